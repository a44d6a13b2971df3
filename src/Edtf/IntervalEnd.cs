namespace Edtf;

/// <summary>The start or end of an interval: a date, open (<c>..</c>) or unknown (empty).</summary>
internal readonly record struct IntervalEnd(EdtfDate? Date, bool IsOpen)
{
    internal static readonly IntervalEnd Open = new(null, IsOpen: true);
    internal static readonly IntervalEnd Unknown = new(null, IsOpen: false);

    internal IntervalEnd(EdtfDate date)
        : this(date, IsOpen: false) { }

    internal bool IsUnknown => Date is null && !IsOpen;
}
