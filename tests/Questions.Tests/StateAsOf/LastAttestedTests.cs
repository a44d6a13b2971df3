using ArtsakhLedger.Asking;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Offices;
using ArtsakhLedger.Preferences;
using Edtf;
using Shouldly;
using Xunit;
using static ArtsakhLedger.Tests.Corrections.Entries;

namespace ArtsakhLedger.Tests.StateAsOf;

/// <summary>The last day that a claim vouches for (INTERFACES, section 1).</summary>
public sealed class LastAttestedTests
{
    private const string Paris = "artsakh/office/paris";

    [Theory]
    [InlineData("2012-05", "2012-05-01")]
    [InlineData("[..2012-05-05]", "2012-05-05")]
    [InlineData("2012/2015", "2014-12-31")]
    [InlineData("2012/..", "2012-01-01")]
    [InlineData("2012/", "2012-01-01")]
    public void A_claim_vouches_for_its_earliest_start_and_the_day_before_its_earliest_end(string date, string last) =>
        LastAttested(Opened("one", date, "a")).ShouldBe(last);

    [Fact]
    public void An_attestation_vouches_for_its_earliest_day_and_one_over_a_period_for_that_of_its_end()
    {
        LastAttested(Opened("one", "2012", "a"), Attested("seen", "2013-05")).ShouldBe("2013-05-01");
        LastAttested(Opened("one", "2012", "a"), Attested("seen", "2013-05/2014-07")).ShouldBe("2014-07-01");
    }

    [Fact]
    public void The_latest_of_all_sources_counts_and_what_is_set_aside_does_not()
    {
        Fact[] facts = [Opened("one", "2012/2015", "a"), Opened("two", "2012/2018", "b")];
        LastAttested(facts).ShouldBe("2017-12-31");
        LastAttested([.. facts, Preferred(ClaimBound.End)]).ShouldBe("2014-12-31");
        LastAttested([.. facts, Preferred(ClaimBound.Start)]).ShouldBe("2017-12-31", "only the start is set aside");
    }

    [Fact]
    public void It_is_the_same_on_every_day_that_is_asked()
    {
        var state = Known(Opened("one", "2012/2015", "a")).StateOf(null);
        foreach (var on in new[] { "2012-06-01", "2013-01-01", "2015-06-01", "2013" })
        {
            state.Entries(QueryDate.Parse(on)).Single().LastAttested.ShouldBe("2014-12-31", on);
        }
    }

    private static ClaimPreferred Preferred(ClaimBound bound) =>
        new()
        {
            Id = "prefer",
            Claim = $"{Paris}@a",
            Over = [$"{Paris}@b"],
            Bounds = [bound],
            Reason = "closer",
            Citations = [Cite("c")],
        };

    private static OfficeAttested Attested(string id, string date) =>
        new()
        {
            Id = id,
            City = "paris",
            Date = EdtfDate.Parse(date),
            Citations = [Cite("a")],
        };

    private static string? LastAttested(params Fact[] facts) =>
        Known(facts).StateOf(null).Entries(QueryDate.Parse("2012")).Single().LastAttested;
}
