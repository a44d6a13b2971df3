using ArtsakhLedger.Tests.Readme;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Pages;

/// <summary>Takes the pictures that the README and the guides show. Each has what it is there to show; with the environment variable <c>WRITE_SCREENSHOTS</c> they are written
/// where these find them.</summary>
[Collection(LookingAtPages.Name)]
public sealed class ScreenshotTests(LookedAtLedger ledger)
{
    private const int Width = 900;
    private const int LeastBytes = 20_000;
    private const int MostBytes = 120_000;

    private static readonly string Folder = Path.Combine(Repository.Root, "src", "ArtsakhLedger", "Guides", "Pictures");

    public static TheoryData<string, string, string, int, string[]> Pictures =>
        new()
        {
            {
                "state",
                "/polities/artsakh/state?on=2006-06-01",
                "h1",
                1080,
                [
                    "The Republic of Artsakh on 1 June 2006",
                    "existed on 1 June 2006",
                    "Foreign minister",
                    "Georgy Petrosyan",
                    "2005 to 2011; the sources give years only",
                ]
            },
            {
                "timeline",
                "/polities/artsakh/timeline?on=2006-06-01",
                "#picture-heading",
                800,
                ["Day by day", "Arkadi Ghukasyan was foreign minister", "Sergey Ghazaryan was foreign minister"]
            },
            {
                "episode",
                "/episodes/artsakh/recognition-by/lombardy?known-at=0002-other-sources",
                "h1",
                760,
                ["Lombardy recognised the Republic of Artsakh", "What each source claims", "2 readings that cannot all be true"]
            },
            {
                "fact",
                "/facts/naira-melkumian-foreign-minister",
                "h1",
                720,
                [
                    "Naira Melkumian was foreign minister",
                    "The words of the sources",
                    "1997–2002: Naira Melkumian",
                    "Foreign relations of Artsakh",
                ]
            },
            {
                "compare",
                "/polities/artsakh/changes?from=1997&to=2002",
                "h1",
                900,
                ["changes from 1997 to 2002", "What began, ended and changed", "had ended by this day"]
            },
            {
                "contradictions",
                "/polities/artsakh/contradictions",
                "h1",
                640,
                ["Republic of Artsakh: contradictions", "Rival readings", "A friendship group"]
            },
        };

    [Theory]
    [MemberData(nameof(Pictures))]
    public async Task A_picture_shows_what_it_is_there_to_show(string name, string address, string top, int height, string[] seen)
    {
        await using var window = await ledger.OpenTabAsync();
        var page = window.Page;
        await page.SetViewportSizeAsync(Width, height);
        (await window.GoAsync(address)).Status.ShouldBe(200);
        await page.Locator(top).First.EvaluateAsync("from => scrollTo(0, from.getBoundingClientRect().top + scrollY - 8)");

        foreach (var text in seen)
        {
            var box = await page.GetByText(text).Filter(new() { Visible = true }).First.BoundingBoxAsync();
            box.ShouldNotBeNull($"{text} is not shown");
            (box.X >= 0 && box.Y >= 0 && box.X + box.Width <= Width && box.Y + box.Height <= height).ShouldBeTrue(
                $"{text} is outside of the picture"
            );
        }

        var picture = SmallPng.Of(await page.ScreenshotAsync());
        picture.Length.ShouldBeInRange(LeastBytes, MostBytes);
        if (Environment.GetEnvironmentVariable("WRITE_SCREENSHOTS") is not null)
        {
            await File.WriteAllBytesAsync(FileOf(name), picture, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public void The_README_or_a_guide_shows_each_of_them()
    {
        foreach (var name in Pictures.Select(picture => picture.Data.Item1))
        {
            Document.All.ShouldContain(document => document.Text.Contains($"Pictures/{name}.png)"), name);
            new FileInfo(FileOf(name)).Length.ShouldBeInRange(LeastBytes, MostBytes, name);
        }
    }

    private static string FileOf(string name) => Path.Combine(Folder, $"{name}.png");
}
