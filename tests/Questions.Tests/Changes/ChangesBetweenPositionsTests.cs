using System.Text.Json;
using ArtsakhLedger.Asking;
using ArtsakhLedger.Changes;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Facts;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.State;
using ArtsakhLedger.StateAsOf;
using ArtsakhLedger.Tests.Running;
using ArtsakhLedger.Vocabulary;
using Edtf;
using Shouldly;
using Xunit;
using static ArtsakhLedger.Tests.Corrections.Entries;

namespace ArtsakhLedger.Tests.Changes;

public sealed class ChangesBetweenPositionsTests
{
    private const string Paris = "artsakh/office/paris";

    [Fact]
    public void Every_entry_that_differs_is_a_change_and_nothing_else_is()
    {
        for (var seed = 1; seed <= 300; seed++)
        {
            var facts = GeneratedRecord.Of(seed);
            var asked = QueryDate.Of(new Day(2000, 1, (seed % 28) + 1));
            foreach (var from in Sample.Of(facts.Count - 1, every: 3, seed))
            {
                var (before, after) = (Known(facts.Take(from)), Known(facts));
                var changes = new ChangesBetweenPositions(before, after, from).On(asked);

                changes
                    .Select(change => change.Episode)
                    .Where(id => id != "artsakh/existence")
                    .Order()
                    .ShouldBe(Differing(before, after, asked).Order(), $"seed {seed}, from {from}");
                changes.ShouldAllBe(change => change.Position > from && change.Facts.Count > 0);
            }
        }
    }

    [Fact]
    public void A_correction_that_takes_a_certainty_away_is_named()
    {
        Fact[] facts =
        [
            Opened("one", "2012/2015", "a"),
            Opened("other", "2012/2015", "a", "lyon"),
            Corrected("mend", "one", Opened("", "2014/2015", "a")),
        ];

        var change = Changes(facts, from: 2, "2013-06-01").Single();

        (change.Episode, change.Before, change.After, change.Position).ShouldBe((Paris, Certainty.Certain, Certainty.Not, 3L));
        change.Facts.ShouldBe(["/facts/mend"]);
    }

    [Fact]
    public void A_further_source_that_changes_no_certainty_is_shown_by_what_it_changes()
    {
        Fact[] facts =
        [
            Opened("one", "2012/2015", "a"),
            new FactCorroborated
            {
                Id = "more",
                Target = "one",
                Citations = [Cite("b")],
            },
        ];

        var change = Changes(facts, from: 1, "2013-06-01").Single();

        (change.Before, change.After).ShouldBe((Certainty.Certain, Certainty.Certain));
        change.Differs.ShouldBe(["start", "end", "readings"], ignoreOrder: true);
        change.Facts.ShouldBe(["/facts/more"]);
    }

    [Fact]
    public void What_ends_the_polity_is_behind_the_loss_of_what_it_carried()
    {
        Fact[] facts =
        [
            Opened("one", "2012", "a"),
            new StateDissolved
            {
                Id = "dissolved",
                Date = EdtfDate.Parse("2014-01-01"),
                Citations = [Cite("a")],
            },
        ];

        var change = Changes(facts, from: 1, "2015-06-01").Single(change => change.Episode == Paris);

        (change.Before, change.After).ShouldBe((Certainty.Possible, Certainty.Not));
        change.Facts.ShouldBe(["/facts/dissolved"]);
    }

    [Fact]
    public void A_date_coarser_than_a_day_has_two_values_on_either_side()
    {
        var change = Changes([Opened("other", "2012", "a", "lyon"), Opened("one", "2013-05-05/2015", "a")], from: 1, "2013").Single();

        change.Before.ShouldBe(new CoarseCertainty(Certainty.Not, Certainty.Not));
        change.After.ShouldBe(new CoarseCertainty(Certainty.Not, Certainty.Certain));
    }

    [Fact]
    public void A_polity_that_was_not_known_before_gains_all_that_it_has()
    {
        var after = Known(Opened("one", "2012/2015", "a"));

        new ChangesBetweenPositions(null, after, 0).On(QueryDate.Parse("2013-06-01")).Select(change => change.Episode).ShouldContain(Paris);
    }

    private static IReadOnlyList<Change> Changes(Fact[] facts, int from, string on) =>
        new ChangesBetweenPositions(Known(facts.Take(from)), Known(facts), from).On(QueryDate.Parse(on));

    private static IEnumerable<string> Differing(PolityAsKnown before, PolityAsKnown after, QueryDate asked)
    {
        var (then, now) = (Written(before, asked), Written(after, asked));
        return then.Keys.Union(now.Keys).Where(id => then.GetValueOrDefault(id) != now.GetValueOrDefault(id));
    }

    private static Dictionary<string, string> Written(PolityAsKnown known, QueryDate asked) =>
        known
            .StateOf(null)
            .On(asked.First)
            .Entries.ToDictionary(entry => entry.Episode, entry => JsonSerializer.Serialize(entry with { Facts = [] }, FactJson.Options));
}
