using ArtsakhLedger.Changes;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.StateAsOf;
using Edtf;
using Shouldly;
using Xunit;
using static ArtsakhLedger.Tests.Corrections.Entries;

namespace ArtsakhLedger.Tests.Changes;

public sealed class ChangesBetweenDatesTests
{
    private const int Records = 400;

    [Fact]
    public void Changes_are_the_differences_between_the_states_of_one_day_and_the_next()
    {
        for (var seed = 1; seed <= Records; seed++)
        {
            var known = Known(GeneratedRecord.Of(seed));
            var changes = new ChangesBetweenDates(known)
                .All(GeneratedRecord.First, GeneratedRecord.Last)
                .ToLookup(change => change.Day, change => (change.Episode, change.Before, change.After, change.Phase));

            for (var day = GeneratedRecord.First.DayNumber + 1; day <= GeneratedRecord.Last.DayNumber; day++)
            {
                changes[day]
                    .Order()
                    .ShouldBe(Differences(StateOn(known, day - 1), StateOn(known, day)).Order(), $"seed {seed}, {Day.FromDayNumber(day)}");
            }
        }
    }

    [Fact]
    public void Every_change_names_a_fact_behind_it()
    {
        for (var seed = 1; seed <= Records; seed++)
        {
            var known = Known(GeneratedRecord.Of(seed));
            var between = new ChangesBetweenDates(known);
            var facts = known.Facts.InForce.Select(recorded => $"/facts/{recorded.Fact.Id}").ToList();
            foreach (var change in between.All(GeneratedRecord.First, GeneratedRecord.Last).Select(between.AnswerOf))
            {
                change.Facts.ShouldNotBeEmpty($"seed {seed}: {change.Episode} on {change.Day}");
                change.Facts.ShouldBeSubsetOf(facts);
            }
        }
    }

    [Fact]
    public void After_the_date_of_the_record_nothing_is_certain_and_no_fact_makes_it_so()
    {
        var known = Known(Opened("office", "2012/..", "a"));
        var between = new ChangesBetweenDates(known);

        var change = between
            .All(new Day(2025, 1, 1), null)
            .Select(between.AnswerOf)
            .Single(change => change.Episode == "artsakh/office/paris");

        change.Day.ShouldBe("2026-01-02");
        (change.Before, change.After).ShouldBe((Certainty.Certain, Certainty.Possible));
        change.Facts.ShouldBeEmpty();
    }

    [Fact]
    public void The_first_day_is_exclusive_and_the_last_inclusive()
    {
        var between = new ChangesBetweenDates(Known(Opened("office", "2012-05-05/2013-05-05", "a")));

        Days(new Day(2012, 5, 5), new Day(2013, 5, 5)).ShouldBe(["2013-05-05"]);
        Days(new Day(2012, 5, 4), new Day(2013, 5, 4)).ShouldBe(["2012-05-05"]);

        IEnumerable<string?> Days(Day after, Day through) =>
            between.All(after, through).Select(between.AnswerOf).Select(change => change.Day);
    }

    private static Dictionary<string, (Certainty Certainty, string Statement)> StateOn(PolityAsKnown known, long day)
    {
        var held = known.StateOf(null).On(Day.FromDayNumber(day));
        var state = held.Entries.ToDictionary(entry => entry.Episode, entry => (entry.Certainty!.Value, entry.Statement));
        state["artsakh/existence"] = (held.Existence.Certainty!.Value, "");
        return state;
    }

    private static IEnumerable<(string Episode, Certainty Before, Certainty After, bool Phase)> Differences(
        Dictionary<string, (Certainty Certainty, string Statement)> then,
        Dictionary<string, (Certainty Certainty, string Statement)> now
    )
    {
        foreach (var episode in then.Keys.Union(now.Keys))
        {
            var before = then.GetValueOrDefault(episode, (Certainty.Not, ""));
            var after = now.GetValueOrDefault(episode, (Certainty.Not, ""));
            var phase = then.ContainsKey(episode) && now.ContainsKey(episode) && before.Item2 != after.Item2;
            if (before.Item1 != after.Item1 || phase)
            {
                yield return (episode, before.Item1, after.Item1, phase);
            }
        }
    }
}
