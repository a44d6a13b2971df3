using System.Runtime.InteropServices;

namespace ArtsakhLedger.RulesOfTime;

/// <summary>The days from <paramref name="First"/> to <paramref name="Last"/>, both included.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DayRange(long First, long Last);
