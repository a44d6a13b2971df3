namespace Edtf;

/// <summary>The start and end of an interval.</summary>
internal sealed record IntervalEnds(IntervalEnd Start, IntervalEnd End);
