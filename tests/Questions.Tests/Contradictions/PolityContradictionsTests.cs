using ArtsakhLedger.Contradictions;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Ministers;
using ArtsakhLedger.Preferences;
using ArtsakhLedger.Recognitions;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.State;
using ArtsakhLedger.StateAsOf;
using ArtsakhLedger.Tests.Changes;
using Edtf;
using Shouldly;
using Xunit;
using static ArtsakhLedger.Tests.Corrections.Entries;

namespace ArtsakhLedger.Tests.Contradictions;

public sealed class PolityContradictionsTests
{
    private const string Paris = "artsakh/office/paris";

    [Fact]
    public void Every_contradiction_of_the_rules_is_reported_with_its_episodes_and_facts_and_no_other_is()
    {
        var seen = new HashSet<ContradictionType>();
        for (var seed = 1; seed <= 4000; seed++)
        {
            var known = Known(GeneratedRecord.Of(seed));
            var reported = new PolityContradictions(known).All().Where(item => item.Type < ContradictionType.RivalReadings).ToList();

            reported
                .Select(item => $"{item.Type} {string.Join(' ', item.Episodes)}")
                .Order()
                .ShouldBe(known.Resolution.Contradictions.Select(one => Words(one, known)).Order(), $"seed {seed}");
            reported.ShouldAllBe(item => item.Claims.Count > 0 && item.Facts.Count > 0);
            seen.UnionWith(reported.Select(item => item.Type));
        }

        seen.ShouldBe(
            [
                ContradictionType.Impossible,
                ContradictionType.OutsidePolity,
                ContradictionType.Seat,
                ContradictionType.Order,
                ContradictionType.NothingLeft,
            ],
            ignoreOrder: true,
            "each kind should come up"
        );
    }

    [Fact]
    public void Rival_sources_are_reported_with_their_claims()
    {
        var rivals = new PolityContradictions(Known(Opened("one", "2012-05-05/2015", "a"), Opened("two", "2013-05-05/2015", "b"))).All();

        var item = rivals.Single();
        item.Type.ShouldBe(ContradictionType.RivalReadings);
        item.Claims.ShouldBe([$"{Paris}@a", $"{Paris}@b"]);
        item.Facts.ShouldBe(["/facts/one", "/facts/two"]);
    }

    [Fact]
    public void What_an_editor_set_aside_is_reported_with_the_preference()
    {
        var preferred = new ClaimPreferred
        {
            Id = "prefer",
            Claim = $"{Paris}@a",
            Over = [$"{Paris}@b"],
            Reason = "closer",
            Citations = [Cite("c")],
        };

        var item = new PolityContradictions(Known(Opened("one", "2012-05-05/2015", "a"), Opened("two", "2013-05-05/2015", "b"), preferred))
            .All()
            .Single();

        item.Type.ShouldBe(ContradictionType.SetAside);
        item.Claims.ShouldBe([$"{Paris}@b"]);
        item.Facts.ShouldBe(["/facts/two", "/facts/prefer"]);
    }

    [Fact]
    public void What_rests_on_one_source_is_reported_until_another_one_says_so_too()
    {
        var one = Opened("one", "2012", "a");
        new PolityContradictions(Known(one)).All().Single().Type.ShouldBe(ContradictionType.SingleSource);

        new PolityContradictions(
            Known(
                one,
                new FactCorroborated
                {
                    Id = "more",
                    Target = "one",
                    Citations = [Cite("b")],
                }
            )
        ).All().ShouldBeEmpty();
    }

    [Fact]
    public void A_fact_that_only_happens_is_reported_too()
    {
        var agreed = new DissolutionAgreed
        {
            Id = "agreed",
            Date = EdtfDate.Parse("2023"),
            Citations = [Cite("a"), Cite("a")],
        };

        new PolityContradictions(Known(agreed)).All().Single().Facts.ShouldBe(["/facts/agreed"]);
        new PolityContradictions(Known(agreed with { Citations = [Cite("a"), Cite("b")] })).All().ShouldBeEmpty();
    }

    [Fact]
    public void Two_ministers_whose_terms_cannot_be_disjoint_are_reported_together()
    {
        MinisterAppointed Minister(string id, string person, string term) =>
            new()
            {
                Id = id,
                Person = person,
                Date = EdtfDate.Parse(term),
                Citations = [Cite("a")],
            };

        var item = new PolityContradictions(
            Known(Minister("one", "anna", "2012-01-01/2014-01-01"), Minister("two", "boris", "2013-01-01/2015-01-01"))
        )
            .All()
            .Single(item => item.Type == ContradictionType.Seat);

        item.Episodes.ShouldBe(["artsakh/foreign-minister/anna", "artsakh/foreign-minister/boris"]);
        item.Facts.ShouldBe(["/facts/one", "/facts/two"]);
    }

    [Fact]
    public void A_row_whose_unnamed_party_none_of_its_candidates_can_be_any_more_is_unmatched()
    {
        var row = Recognised("row", Party.NotNamed("a state", ["abkhazia", "transnistria"]), "[..2001-07-04]");
        Fact[] captions = [Recognised("one", "abkhazia", "2006"), Recognised("two", "transnistria", "2006")];

        UnmatchedIn(row, captions[0]).ShouldBeEmpty("nothing is known of the other");
        UnmatchedIn([row, .. captions, Recognised("earlier", "abkhazia", "1999")]).ShouldBeEmpty("one of two rival dates fits");
        var item = UnmatchedIn([row, .. captions]).ShouldHaveSingleItem();
        item.Episodes.ShouldBe(["artsakh/recognition-by/abkhazia", "artsakh/recognition-by/transnistria"]);
        item.Claims.ShouldBe(["artsakh/recognition-by/abkhazia@a", "artsakh/recognition-by/transnistria@a"]);
        item.Facts.ShouldBe(["/facts/row", "/facts/one", "/facts/two"]);
    }

    private static List<ContradictionAnswer> UnmatchedIn(params Fact[] facts) =>
        [.. new PolityContradictions(Known(facts)).All().Where(item => item.Type == ContradictionType.Unmatched)];

    private static RecognitionPassed Recognised(string id, Party actor, string date) =>
        new()
        {
            Id = id,
            Actor = actor,
            Level = ActorLevel.State,
            Date = EdtfDate.Parse(date),
            Citations = [Cite("a")],
        };

    private static string Words(Contradiction contradiction, PolityAsKnown known) =>
        contradiction switch
        {
            ImpossibleClaim impossible => $"Impossible {known.IdOf(impossible.Episode)}",
            OutsidePolity outside => $"OutsidePolity {known.IdOf(outside.Episode)}",
            SeatHeldTwice seat => $"Seat {seat.Episode} {seat.Other}",
            PeriodsOutOfOrder order => $"Order {known.IdOf(order.Earlier)} {known.IdOf(order.Later)}",
            NothingLeft nothing => $"NothingLeft {known.IdOf(nothing.Episode)}",
            _ => throw new ArgumentOutOfRangeException(nameof(contradiction)),
        };
}
