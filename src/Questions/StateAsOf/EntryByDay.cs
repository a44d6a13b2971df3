using System.Text.Json;
using ArtsakhLedger.Asking;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.Vocabulary;
using Edtf;

namespace ArtsakhLedger.StateAsOf;

/// <summary>Finds the days around one on which the entry of an episode is the same. Only what may differ from day to day is computed: how surely it held, why,
/// whether it is undated, and the phases that had begun.</summary>
/// <param name="known">The episode.</param>
/// <param name="context">The context of its reasons.</param>
/// <param name="entries">What makes the entries.</param>
/// <param name="recordDate">Nothing is certain after it.</param>
internal sealed class EntryByDay(KnownEpisode known, ReasonContext context, Entries entries, Day recordDate)
{
    private readonly long[] phases = [.. entries.StatementChanges(known.Episode)];

    /// <summary>The longest run of days around one with the same entry.</summary>
    public (long? From, long? Until) RunAround(long day)
    {
        var run = new DayCuts(entries.ChangePoints(known, context), recordDate.DayNumber).RunAround(day, On);
        return (run.From, run.Until);
    }

    private OnDay On(long number)
    {
        var day = Day.FromDayNumber(number);
        var (certainty, basis, because) = entries.OnDay(known, context, QueryDate.Of(day));
        return certainty == Certainty.Not
            ? new(this, number, certainty, Basis: null, EquatableList<Reason>.Empty, Undated: false, Phases: 0)
            : new(this, number, certainty, basis, new(because), known.Resolved.UndatedOn(number), phases.Count(begins => begins <= number));
    }

    private byte[] SaidOn(long day)
    {
        var (statement, details) = entries.SaidOf(known, QueryDate.Of(Day.FromDayNumber(day)));
        return JsonSerializer.SerializeToUtf8Bytes(new { statement, details }, FactJson.Options);
    }

    /// <summary>What may differ from day to day. Another phase may say the same as the one before.</summary>
    private sealed record OnDay(
        EntryByDay Of,
        long Day,
        Certainty Certainty,
        Basis? Basis,
        EquatableList<Reason> Because,
        bool Undated,
        int Phases
    )
    {
        public bool Equals(OnDay? other) =>
            other is not null
            && Certainty == other.Certainty
            && Basis == other.Basis
            && Undated == other.Undated
            && Because.Equals(other.Because)
            && (Phases == other.Phases || Of.SaidOn(Day).AsSpan().SequenceEqual(Of.SaidOn(other.Day)));

        public override int GetHashCode() => HashCode.Combine(Certainty, Undated);
    }
}
