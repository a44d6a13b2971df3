namespace Edtf;

/// <summary>What an interval consists of.</summary>
internal sealed record IntervalEnds(IntervalEnd Start, IntervalEnd End);
