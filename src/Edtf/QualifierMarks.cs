namespace Edtf;

/// <summary>The qualifiers to write around each component of a date.</summary>
/// <remarks>A qualifier after a component applies to it and to all components to its left; one before it applies to it alone.</remarks>
internal readonly record struct QualifierMarks
{
    internal string AfterYear { get; private init; }

    internal string BeforeMonth { get; private init; }

    internal string AfterMonth { get; private init; }

    internal string BeforeDay { get; private init; }

    internal string AfterDay { get; private init; }

    /// <summary>
    /// Writes each qualifier after the last component up to which all have it, then before each further component that has it.
    /// </summary>
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
