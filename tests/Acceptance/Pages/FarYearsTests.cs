using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Pages;

/// <summary>Years before our era, and those with more than four digits, of which EDTF can write no days.</summary>
[Collection(LookingAtPages.Name)]
public sealed class FarYearsTests(LookedAtLedger ledger)
{
    [Theory]
    [InlineData("Y-17000", "in 17,001 BC (proleptic Gregorian)")]
    [InlineData("-0044-03-15", "on 15 March 45 BC (proleptic Gregorian)")]
    [InlineData("0000", "in 1 BC (proleptic Gregorian)")]
    [InlineData("Y20000", "in AD 20,000")]
    public async Task Every_page_that_takes_a_date_takes_it_and_leads_to_no_address_that_is_refused(string date, string words)
    {
        await using var window = await ledger.OpenTabAsync();
        var gone = new HashSet<string>();
        foreach (
            var (polity, party, batch) in new[] { ("artsakh", "abkhazia", "0001-article"), (AncientPolity.Id, "ancient-town", "0001-ages") }
        )
        {
            foreach (
                var address in new[]
                {
                    $"/polities/{polity}/state?on={date}",
                    $"/polities/{polity}/relations/{party}?on={date}",
                    $"/polities/{polity}/changes?to={date}",
                    $"/polities/{polity}/changes?from={date}",
                    $"/polities/{polity}/changes?on={date}&known-from={batch}",
                    $"/polities/{polity}/timeline?on={date}",
                    $"/polities/{polity}/timeline?from={date}",
                    $"/polities/{polity}/timeline?to={date}",
                }
            )
            {
                (await window.GoAsync(address)).Status.ShouldBe(200, address);
                if (!address.Contains("timeline", StringComparison.Ordinal))
                {
                    (await window.Page.Locator("h1").InnerTextAsync()).ShouldContain(words.Split(' ', 2)[1], customMessage: address);
                }

                foreach (
                    var way in await window
                        .Page.Locator("main a[href*='on='], main a[href*='from=']")
                        .EvaluateAllAsync<string[]>("ways => [...new Set(ways.map(way => way.href))]")
                )
                {
                    if (!gone.Add(way))
                    {
                        continue;
                    }

                    (
                        await window.Page.APIRequest.GetAsync(way, new() { Headers = [new("Accept", "text/html,*/*;q=0.8")] })
                    ).Status.ShouldBe(200, $"{address} leads to {way}");
                }
            }
        }

        (await window.GoAsync($"/polities/{AncientPolity.Id}/state?on={date}")).Status.ShouldBe(200);
        (await window.Page.Locator("h1").InnerTextAsync()).ShouldBe($"Ancient Land {words}");
        window.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_arrow_keys_step_through_all_ages_and_back()
    {
        await using var window = await ledger.OpenTabAsync();
        var page = window.Page;
        await window.GoAsync($"/polities/{AncientPolity.Id}/state?on=Y-17001");
        foreach (
            var (key, dates) in new[]
            {
                ("ArrowRight", new[] { "Y-17000", "-0044-03-15", "0000-01-01", "0000-12-31" }),
                ("ArrowLeft", ["0000-01-01", "-0044-03-15", "Y-17000"]),
            }
        )
        {
            foreach (var date in dates)
            {
                await window.StepAsync(key);
                await window.ArrivesAtAsync(new Regex($"on={Regex.Escape(date)}$"));
                (await page.Locator("#now-heading").CountAsync()).ShouldBe(1);
            }
        }
    }

    [Theory]
    [InlineData(0, "Y-17000")]
    [InlineData(0.46, "-0044-03-15")]
    [InlineData(1, "Y20000")]
    public async Task Dragging_along_a_life_of_many_thousands_of_years_leads_to_the_nearest_change(double place, string date)
    {
        await using var window = await ledger.OpenTabAsync();
        var page = window.Page;
        await window.GoAsync($"/polities/{AncientPolity.Id}/state?on=1500");
        await window.ListensAsync();
        var line = (await page.Locator("svg.life").BoundingBoxAsync())!;

        await page.Mouse.MoveAsync(line.X + (line.Width / 3), line.Y + 20);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(line.X + (float)(line.Width * place), line.Y + 20);
        (await page.Locator("#on").InputValueAsync()).ShouldBe(date);
        await page.Mouse.UpAsync();

        await window.ArrivesAtAsync(new Regex($"on={Regex.Escape(date)}$"));
        (await page.Locator("#now-heading").CountAsync()).ShouldBe(1);
    }
}
