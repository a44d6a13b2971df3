using System.Runtime.InteropServices;

namespace ArtsakhLedger.RulesOfTime;

/// <summary>
/// One life, or lives that follow one another without a gap: they begin on a day, or later, and end on one of a set. Of several starts the
/// earliest allows the most, so the others are left out.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Chain(long Start, DayRanges Ends);
