using ArtsakhLedger.Corrections;
using ArtsakhLedger.Episodes;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Ministers;
using ArtsakhLedger.Offices;
using Edtf;
using Shouldly;
using Xunit;
using static ArtsakhLedger.Tests.Corrections.Entries;

namespace ArtsakhLedger.Tests.Episodes;

/// <summary>What each source's facts become as claims, and how the claims are called (INTERFACES, section 1).</summary>
public sealed class EpisodeClaimsTests
{
    private const string Paris = "artsakh/office/paris";

    [Fact]
    public void What_opens_and_what_closes_by_one_source_is_one_claim() =>
        ClaimsOf(Opened("opened", "2012", "a"), Closed("closed", "2015", "a")).ShouldBe([$"{Paris}@a 2012 2015"]);

    [Fact]
    public void A_row_that_gives_a_term_gives_start_and_end() =>
        ClaimsOf(
                new MinisterAppointed
                {
                    Id = "row",
                    Person = "arkadi-ghukasyan",
                    Date = EdtfDate.Parse("1993/1997"),
                    Citations = [Cite("a")],
                }
            )
            .ShouldBe(["artsakh/foreign-minister/arkadi-ghukasyan@a 1993 1997"]);

    [Fact]
    public void A_second_start_or_end_of_the_same_source_is_a_claim_with_a_number()
    {
        ClaimsOf(Opened("one", "2012", "a"), Opened("other", "2013", "a"), Opened("third", "2014", "a"))
            .ShouldBe([$"{Paris}@a 2012 ", $"{Paris}@a~2 2013 ", $"{Paris}@a~3 2014 "]);
        ClaimsOf(Opened("one", "2012", "a"), Closed("closed", "2015", "a"), Closed("closed-again", "2016", "a"))
            .ShouldBe([$"{Paris}@a 2012 2015", $"{Paris}@a~2  2016"]);
    }

    [Fact]
    public void The_same_start_told_again_by_the_same_source_is_the_same_claim() =>
        ClaimsOf(Opened("one", "2012", "a"), Opened("again", "2012", "a")).ShouldBe([$"{Paris}@a 2012 "]);

    [Fact]
    public void A_fact_that_cites_two_sources_gives_each_its_claim_and_two_passages_of_one_source_give_one() =>
        ClaimsOf(Opened("one", "2012", "a") with { Citations = [Cite("a"), Cite("b"), Cite("a")] })
            .ShouldBe([$"{Paris}@a 2012 ", $"{Paris}@b 2012 "]);

    [Fact]
    public void What_attests_a_period_or_changes_a_capacity_claims_neither_start_nor_end()
    {
        var attested = Of(
            new OfficeAttested
            {
                Id = "seen",
                City = "paris",
                Date = EdtfDate.Parse("1995/1997"),
                Citations = [Cite("a")],
            }
        );
        attested.Claims.ShouldBeEmpty();
        attested.Attestations.Single().Date.ShouldBe(EdtfDate.Parse("1995/1997"));

        var acting = Of(
            new CapacityChanged
            {
                Id = "acting",
                Person = "anna",
                Capacity = "acting",
                Date = EdtfDate.Parse("2001"),
                Citations = [Cite("a")],
            }
        );
        acting.Claims.ShouldBeEmpty();
        acting.Attestations.Single().Fact.ShouldBe("acting");
    }

    [Fact]
    public void An_end_without_a_date_is_not_an_open_one()
    {
        var undated = Of(Opened("opened", "2012", "a"), Closed("closed", null, "a")).Claims.Single();
        (undated.End, undated.EndIsUndated, undated.EndIsOpen).ShouldBe((null, true, false));
        var open = Of(Opened("opened", "2012/..", "a")).Claims.Single();
        (open.End, open.EndIsUndated, open.EndIsOpen).ShouldBe((null, false, true));
    }

    [Fact]
    public void An_end_may_be_denied_apart_from_the_fact()
    {
        var denials = Of(
            Opened("opened", "2012/2015", "a"),
            new FactDenied
            {
                Id = "no-end",
                Target = "opened",
                Denies = Denied.End,
                Citations = [Cite("b")],
            },
            new FactDenied
            {
                Id = "no",
                Target = "opened",
                Citations = [Cite("c")],
            }
        ).Denials;
        denials.Select(denial => (denial.Fact, denial.OfEnd)).ShouldBe([("no-end", true), ("no", false)]);
    }

    private static OfficeClosed Closed(string id, string? date, string source) =>
        new()
        {
            Id = id,
            City = "paris",
            Date = date is null ? null : EdtfDate.Parse(date),
            Citations = [Cite(source)],
        };

    private static Episode Of(params Fact[] facts) => Known(facts).Episodes.Single();

    private static IEnumerable<string> ClaimsOf(params Fact[] facts) =>
        Of(facts).Claims.Select(claim => $"{claim.Id} {claim.Start} {claim.End}");
}
