using ArtsakhLedger.CommandLine;
using ArtsakhLedger.DryRuns;
using ArtsakhLedger.RulesOfTime;
using Shouldly;
using Spectre.Console.Testing;
using Xunit;

namespace ArtsakhLedger.Tests.CommandLine;

public sealed class FlipTableTests
{
    [Theory]
    [InlineData(500, null)]
    [InlineData(501, "and 1 more")]
    [InlineData(7_000, "and 6500 more")]
    public void Of_very_many_flips_the_first_500_of_a_polity_are_shown_and_the_rest_are_counted(int flips, string? last)
    {
        using var console = new TestConsole();
        FlipTable.Print([.. Flips("here", flips), .. Flips("there", 2)], console);

        var (here, there) = (console.Output.Split("there: ")[0], console.Output.Split("there: ")[1]);
        here.Split("a post was held").Length.ShouldBe(501);
        here.TrimEnd().Split('\n')[^1].Trim().StartsWith("and ", StringComparison.Ordinal).ShouldBe(last is not null);
        if (last is not null)
        {
            here.ShouldContain($"{last}\n");
        }

        there.Split("a post was held").Length.ShouldBe(3);
        there.ShouldNotContain(" more");
    }

    private static IEnumerable<Flip> Flips(string polity, int count) =>
        Enumerable
            .Range(0, count)
            .Select(i => new Flip
            {
                Polity = polity,
                Episode = $"{polity}/post/{i}",
                Statement = "a post was held",
                From = "2000-01-01",
                Until = null,
                Before = Certainty.Not,
                After = Certainty.Certain,
                Facts = ["a"],
            });
}
