using ArtsakhLedger.Corrections;
using ArtsakhLedger.Sources;
using ArtsakhLedger.Tests.Corrections;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Sources;

public sealed class SourceStandingsTests
{
    [Fact]
    public void A_copy_has_the_source_that_it_copies_as_its_original()
    {
        var standings = Known(Assessed("mirror", SourceStanding.Copy, "article"), Assessed("article", SourceStanding.Noted));

        standings.OriginalOf("mirror").ShouldBe("article");
        standings.OriginalOf("gazette").ShouldBe("gazette");
    }

    [Fact]
    public void The_last_assessment_in_force_counts()
    {
        var noted = Assessed("caption", SourceStanding.Noted);
        var reliedOn = Assessed("caption", SourceStanding.ReliedOn) with { Id = "caption-again" };

        Known(noted, reliedOn).AssessmentOf("caption")!.Standing.ShouldBe(SourceStanding.ReliedOn);
        Known(noted, reliedOn, Entries.Retracted("out", "caption-again")).AssessmentOf("caption")!.Standing.ShouldBe(SourceStanding.Noted);
    }

    [Fact]
    public void Copies_of_one_another_are_followed_to_an_end() =>
        Known(Assessed("one", SourceStanding.Copy, "two"), Assessed("two", SourceStanding.Copy, "one")).OriginalOf("one").ShouldBe("one");

    private static SourceStandings Known(params ArtsakhLedger.Facts.Fact[] facts) => new(new FactsAsKnown(Entries.Of(facts)));

    private static SourceAssessed Assessed(string source, SourceStanding standing, string? copyOf = null) =>
        new()
        {
            Id = $"{source}-assessed",
            Source = source,
            Standing = standing,
            CopyOf = copyOf,
            Reason = "test",
        };
}
