namespace Edtf;

/// <summary>Formats the canonical form of an expression.</summary>
internal static class EdtfFormatter
{
    /// <summary>The maximum length of a single date together with the separator that follows it.</summary>
    internal const int MaxDateLength = 32;

    internal static bool TryFormat(EdtfDate expression, Span<char> destination, out int charsWritten)
    {
        var writer = new CharacterWriter(destination);
        switch (expression.Form)
        {
            case EdtfForm.Interval:
                WriteEnd(ref writer, expression.Start, expression.StartIsOpen);
                writer.Append('/');
                WriteEnd(ref writer, expression.End, expression.EndIsOpen);
                break;
            case EdtfForm.OneOf:
                WriteSet(ref writer, '[', expression.Members, ']');
                break;
            case EdtfForm.AllOf:
                WriteSet(ref writer, '{', expression.Members, '}');
                break;
            default:
                WriteDate(ref writer, expression.Components);
                break;
        }

        charsWritten = writer.Fits ? writer.Written : 0;
        return writer.Fits;
    }

    private static void WriteEnd(ref CharacterWriter writer, EdtfDate? date, bool isOpen)
    {
        if (date is { } end)
            WriteDate(ref writer, end.Components);
        else if (isOpen)
            writer.Append("..");
    }

    private static void WriteSet(ref CharacterWriter writer, char open, IReadOnlyList<EdtfSetMember> members, char close)
    {
        var separator = open;
        foreach (var member in members)
        {
            writer.Append(separator);
            WriteEnd(ref writer, member.First, isOpen: false);
            if (member.IsRange)
            {
                writer.Append("..");
                WriteEnd(ref writer, member.Last, isOpen: false);
            }

            separator = ',';
        }

        writer.Append(close);
    }

    private static void WriteDate(ref CharacterWriter writer, DateComponents date)
    {
        var marks = QualifierMarks.For(date);
        WriteYear(ref writer, date);
        writer.Append(marks.AfterYear);
        if (date.Precision == EdtfPrecision.Year)
            return;

        writer.Append('-');
        writer.Append(marks.BeforeMonth);
        writer.AppendDigits(date.Month, 2, (date.Unspecified & DateComponents.MonthMask) >> 2);
        writer.Append(marks.AfterMonth);
        if (date.Precision < EdtfPrecision.Day)
            return;

        writer.Append('-');
        writer.Append(marks.BeforeDay);
        writer.AppendDigits(date.Day, 2, date.Unspecified & DateComponents.DayMask);
        writer.Append(marks.AfterDay);
        if (date.Precision == EdtfPrecision.Second)
            WriteTime(ref writer, date);
    }

    private static void WriteYear(ref CharacterWriter writer, DateComponents date)
    {
        if (date.IsLongYear)
            writer.Append('Y');
        if (date.IsNegative)
            writer.Append('-');
        var magnitude = Math.Abs(date.Significand);
        if (date.IsLongYear)
            writer.Append(magnitude);
        else
            writer.AppendDigits(magnitude, 4, (date.Unspecified & DateComponents.YearMask) >> 4);
        if (date.Exponent > 0)
        {
            writer.Append('E');
            writer.Append(date.Exponent);
        }

        if (date.SignificantDigits > 0)
        {
            writer.Append('S');
            writer.Append(date.SignificantDigits);
        }
    }

    private static void WriteTime(ref CharacterWriter writer, DateComponents date)
    {
        writer.Append('T');
        writer.AppendDigits(date.SecondOfDay / 3600, 2);
        writer.Append(':');
        writer.AppendDigits(date.SecondOfDay / 60 % 60, 2);
        writer.Append(':');
        writer.AppendDigits(date.SecondOfDay % 60, 2);
        if (date.OffsetMinutes is not { } offset)
            return;
        if (offset == 0)
        {
            writer.Append('Z');
            return;
        }

        var (hours, minutes) = Math.DivRem(Math.Abs((int)offset), 60);
        writer.Append(offset < 0 ? '-' : '+');
        writer.AppendDigits(hours, 2);
        if (minutes == 0)
            return;
        writer.Append(':');
        writer.AppendDigits(minutes, 2);
    }
}
