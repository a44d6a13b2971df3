using ArtsakhLedger.Corrections;
using ArtsakhLedger.DryRuns;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.StateAsOf;
using ArtsakhLedger.Tests.Running;
using Edtf;
using Shouldly;
using Xunit;
using static ArtsakhLedger.Tests.Corrections.Entries;

namespace ArtsakhLedger.Tests.DryRuns;

public sealed class FlipsTests
{
    private const int Records = 150;

    [Fact]
    public void Flips_are_the_differences_between_the_states_of_every_day_before_and_after()
    {
        var (first, last) = (Changes.GeneratedRecord.First.DayNumber - 3, Changes.GeneratedRecord.Last.DayNumber + 3);
        for (var seed = 1; seed <= Records; seed++)
        {
            var facts = Of(Changes.GeneratedRecord.Of(seed));
            foreach (var from in Sample.Of((facts.Count + 1) / 2, every: 3, seed).Select(half => 2 * (half - 1)))
            {
                ShouldBeTheDifferences(
                    Known(facts.Take(from), []),
                    Known(facts, []),
                    from,
                    Enumerable.Range(0, (int)(last - first)).Select(i => first + i),
                    $"seed {seed}, from {from}"
                );
            }
        }
    }

    [Fact]
    public void Entities_that_are_named_anew_or_found_to_be_one_flip_what_they_flip_and_nothing_else()
    {
        long[] days =
        [
            .. from year in Enumerable.Range(1990, 40)
            from day in new[]
            {
                new Day(year, 1, 1),
                new Day(year, 5, 5),
                new Day(year, 9, 2),
                new Day(year, 10, 12),
                new Day(year, 12, 31),
            }
            select day.DayNumber,
        ];
        foreach (var seed in Sample.Of(Records, every: 3, seed: 0))
        {
            var entries = StateAsOf.GeneratedRecord.Of(seed, 30);
            var from = 10 + (seed % 18);
            ShouldBeTheDifferences(KnownAt(entries, from), KnownAt(entries, from + 1), from, days, $"seed {seed}");
            ShouldBeTheDifferences(KnownAt(entries, from), KnownAt(entries, entries.Count), from, days, $"seed {seed}, several facts");
        }
    }

    [Fact]
    public void A_correction_flips_the_days_that_it_takes_away_and_those_that_it_adds()
    {
        Fact[] facts = [Opened("one", "2012-05-05/2015-01-01", "a"), Corrected("mend", "one", Opened("", "2013-05-05/2016-01-01", "a"))];

        FlipsOf(facts, from: 1)
            .Select(flip => (flip.Episode, flip.From, flip.Until, flip.Before, flip.After, flip.Facts.Single()))
            .ShouldBe([
                ("artsakh/office/paris", "2012-05-05", "2013-05-05", Certainty.Certain, Certainty.Not, "mend"),
                ("artsakh/office/paris", "2015-01-01", "2016-01-01", Certainty.Not, Certainty.Certain, "mend"),
            ]);
    }

    [Fact]
    public void A_further_source_that_says_the_same_flips_nothing() =>
        FlipsOf(
                [
                    Opened("one", "2012-05-05/2015-01-01", "a"),
                    new FactCorroborated
                    {
                        Id = "too",
                        Target = "one",
                        Citations = [Cite("b")],
                    },
                ],
                from: 1
            )
            .ShouldBeEmpty();

    [Fact]
    public void Of_several_facts_each_flip_names_those_that_bear_on_it()
    {
        Fact[] facts =
        [
            Opened("one", "2012-05-05/2015-01-01", "a"),
            Retracted("out", "one"),
            Opened("two", "2014-05-05/2015-01-01", "a", "lyon"),
        ];

        FlipsOf(facts, from: 1)
            .Select(flip => (flip.Episode, flip.Facts.Single()))
            .ShouldBe([("artsakh/office/lyon", "two"), ("artsakh/office/paris", "out")]);
    }

    [Fact]
    public void What_lasts_becomes_certain_up_to_the_day_of_the_fact_through_no_fact()
    {
        var entries = Of(
            Opened("one", "2012/..", "a"),
            new FactCorroborated
            {
                Id = "too",
                Target = "one",
                Citations = [Cite("b")],
            }
        );
        IReadOnlyList<RecordedFact> later = [entries[0], entries[1] with { RecordedAt = entries[0].RecordedAt.AddDays(30) }];

        var flip = new Flips(Known(entries.Take(1), []), Known(later, [])!, 1).All().ShouldHaveSingleItem();

        (flip.From, flip.Until, flip.Before, flip.After).ShouldBe(("2026-01-02", "2026-02-01", Certainty.Possible, Certainty.Certain));
        flip.Facts.ShouldBeEmpty();
    }

    private static IReadOnlyList<Flip> FlipsOf(Fact[] facts, int from) =>
        new Flips(Known(Of(facts).Take(from), []), Known(Of(facts), [])!, from).All();

    private static PolityAsKnown? KnownAt(IReadOnlyList<RecordedFact> entries, int position)
    {
        var known = entries.Take(position).ToLookup(entry => entry.Fact.Polity is null);
        return Known(known[false], known[true]);
    }

    private static PolityAsKnown? Known(IEnumerable<RecordedFact> facts, IEnumerable<RecordedFact> descriptions) =>
        facts.Any() ? new PolityAsKnown("artsakh", [.. facts], [.. descriptions]) : null;

    private static void ShouldBeTheDifferences(PolityAsKnown? before, PolityAsKnown? after, int from, IEnumerable<long> days, string what)
    {
        if (after is null)
        {
            return;
        }

        var flips = new Flips(before, after, from).All();
        flips.ShouldAllBe(flip => flip.Before != flip.After, what);
        foreach (var day in days)
        {
            var (then, now) = (StateOn(before, day), StateOn(after, day));
            var expected =
                from id in then.Keys.Union(now.Keys)
                let pair = (Before: then.GetValueOrDefault(id), After: now.GetValueOrDefault(id))
                where pair.Before != pair.After
                select (id, pair.Before, pair.After);
            var told = flips.Where(flip => Covers(flip, day)).Select(flip => (flip.Episode, flip.Before, flip.After));
            told.Order().ShouldBe(expected.Order(), $"{what}, {Day.FromDayNumber(day)}");
        }
    }

    private static bool Covers(Flip flip, long day) =>
        (flip.From is null || Day.Parse(flip.From).DayNumber <= day) && (flip.Until is null || day < Day.Parse(flip.Until).DayNumber);

    private static Dictionary<string, Certainty> StateOn(PolityAsKnown? known, long day)
    {
        var held = known?.StateOf(null).On(Day.FromDayNumber(day));
        // A thing holds as surely as its surest period, or as an attestation that may be of any of them.
        var things = held
            ?.Entries.Select(entry => EpisodeId.ThingOf(entry.Episode))
            .Concat(known!.Resolution.Things.Select(thing => EpisodeId.ThingOf(thing.Id)))
            .Distinct();
        var state = (things ?? []).ToDictionary(
            thing => thing,
            thing =>
                known!.ResolvedThing(thing)?.On(day, known.RecordDate.DayNumber)
                ?? held!.Entries.Single(entry => EpisodeId.ThingOf(entry.Episode) == thing).Certainty!.Value
        );
        state["artsakh/existence"] = held?.Existence.Certainty ?? Certainty.NoRecord;
        return state;
    }
}
