using System.Runtime.InteropServices;

namespace ArtsakhLedger.Tests.RulesOfTime.BruteForce;

/// <summary>One concrete interval: the first day it held and the first day on which it no longer did; or that it did not happen.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct World(int Start, int End)
{
    public const int Never = 1_000_000;

    public static World NotHappened { get; } = new(int.MaxValue, int.MinValue);

    public bool Happened => Start != int.MaxValue;

    public bool HoldsOn(int day) => Start <= day && day < End;

    public bool IsDisjoint(World other) => !Happened || !other.Happened || End <= other.Start || other.End <= Start;

    public bool ComesBefore(World other) => !Happened || !other.Happened || End <= other.Start;

    public bool IsInside(World life, bool start = true, bool end = true) =>
        !Happened || !(start || end) || (life.Happened && (!start || life.Start <= Start) && (!end || End <= life.End));
}
