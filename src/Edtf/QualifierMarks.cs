namespace Edtf;

/// <summary>Where the qualifiers of a date are written: behind a part they hold for it and all to its left, before it for it alone.</summary>
internal readonly record struct QualifierMarks
{
    internal string AfterYear { get; private init; }

    internal string BeforeMonth { get; private init; }

    internal string AfterMonth { get; private init; }

    internal string BeforeDay { get; private init; }

    internal string AfterDay { get; private init; }

    /// <summary>Each mark once behind the longest run of parts from the year that bear it, then before each further part.</summary>
    internal static QualifierMarks For(DateComponents date)
    {
        var (year, month, day) = (date.Qualifications.Year, date.Qualifications.Month, date.Qualifications.Day);
        var throughMonth = date.Precision == EdtfPrecision.Year ? Qualification.None : year & month;
        var throughDay = date.Precision < EdtfPrecision.Day ? Qualification.None : throughMonth & day;
        return new QualifierMarks
        {
            AfterYear = Mark(year & ~throughMonth),
            BeforeMonth = Mark(month & ~throughMonth),
            AfterMonth = Mark(throughMonth & ~throughDay),
            BeforeDay = Mark(day & ~throughDay),
            AfterDay = Mark(throughDay),
        };
    }

    private static string Mark(Qualification qualification) =>
        qualification switch
        {
            Qualification.Uncertain => "?",
            Qualification.Approximate => "~",
            Qualification.UncertainAndApproximate => "%",
            _ => string.Empty,
        };
}
