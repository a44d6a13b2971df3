using System.Collections.Concurrent;
using System.Text.Json;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.Vocabulary;
using Edtf;

namespace ArtsakhLedger.StateAsOf;

/// <summary>What held on a day, with the run of days on which that stays the same.</summary>
public sealed record HeldOnDay(ThreeValues Existence, IReadOnlyList<Entry> Entries, Unchanged Unchanged);

/// <summary>Computes the answer of each run of days once, and caches it.</summary>
/// <param name="cuts">The days on which the answer may change.</param>
/// <param name="answer">Computes the answer for a day.</param>
internal sealed class UnchangedRuns(DayCuts cuts, Func<Day, (ThreeValues Existence, IReadOnlyList<Entry> Entries)> answer)
{
    /// <summary>The maximum number of cached answers; a polity of ordinary size has fewer.</summary>
    private const int Limit = 2048;

    private readonly ConcurrentDictionary<long, Answer> answers = new();

    public HeldOnDay On(Day day)
    {
        var run = cuts.RunAround(day.DayNumber, AnswerOn);
        return new(run.Value.Existence, run.Value.Entries, new(Iso(run.From), Iso(run.Until)));
    }

    private Answer AnswerOn(long day)
    {
        if (answers.TryGetValue(day, out var cached))
        {
            return cached;
        }

        if (answers.Count >= Limit)
        {
            answers.Clear();
        }

        var (existence, entries) = answer(Day.FromDayNumber(day));
        return answers[day] = new(existence, entries, JsonSerializer.SerializeToUtf8Bytes(new { existence, entries }, FactJson.Options));
    }

    private static string? Iso(long? day) => day is { } number ? Day.FromDayNumber(number).ToString() : null;

    /// <summary>Answers are equal if they are written the same.</summary>
    private sealed record Answer(ThreeValues Existence, IReadOnlyList<Entry> Entries, byte[] Written)
    {
        public bool Equals(Answer? other) => other is not null && Written.AsSpan().SequenceEqual(other.Written);

        public override int GetHashCode() => Written.Length;
    }
}
