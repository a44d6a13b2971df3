using System.Runtime.InteropServices;
using Edtf;

namespace ArtsakhLedger.StateAsOf;

/// <summary>What held on a day, with the run of days on which that stays the same.</summary>
public sealed record HeldOnDay(ThreeValues Existence, IReadOnlyList<Entry> Entries, Unchanged Unchanged);

/// <summary>The run of days on which everything in an answer stays the same: the days that the runs of its parts have in common.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct UnchangedDays()
{
    private long? from;
    private long? until;

    /// <summary>Leaves only days from one on and before another; null leaves that side as it is.</summary>
    public void Narrow(long? first, long? end)
    {
        from = first > from || from is null ? first ?? from : from;
        until = end < until || until is null ? end ?? until : until;
    }

    public readonly Unchanged ToUnchanged() => new(Iso(from), Iso(until));

    private static string? Iso(long? day) => day is { } number ? Day.FromDayNumber(number).ToString() : null;
}
