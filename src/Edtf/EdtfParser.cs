namespace Edtf;

/// <summary>A recursive descent parser for EDTF, which stops at the first error.</summary>
/// <remarks>This part parses intervals and sets; the other one parses single dates.</remarks>
internal ref partial struct EdtfParser(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> text = text;
    private int position;

    internal EdtfError Error { get; private set; }

    private readonly char Current => position < text.Length ? text[position] : '\0';

    private readonly bool AtEnd => position >= text.Length;

    private readonly bool AtDots => position + 1 < text.Length && text[position] == '.' && text[position + 1] == '.';

    internal bool TryParse(out EdtfDate result)
    {
        result = default;
        if (text.Length > EdtfDate.MaxLength)
            return Fail(EdtfDate.MaxLength, "the end of the text");
        return Current switch
        {
            '[' => TryReadSet(EdtfForm.OneOf, ']', out result),
            '{' => TryReadSet(EdtfForm.AllOf, '}', out result),
            _ => TryReadDateOrInterval(out result),
        };
    }

    private bool TryReadDateOrInterval(out EdtfDate result)
    {
        result = default;
        if (AtEnd)
            return Fail("a date, an interval or a set");
        if (Current == '/')
            return TryReadRestOfInterval(IntervalEnd.Unknown, out result);
        if (TrySkipDots())
            return Current == '/' ? TryReadRestOfInterval(IntervalEnd.Open, out result) : Fail("'/'");
        if (!TryReadDate(out var date))
            return false;
        if (Current == '/' && date.Form != EdtfForm.DateTime)
            return TryReadRestOfInterval(new IntervalEnd(date), out result);
        if (!AtEnd)
            return Fail(date.Form == EdtfForm.DateTime ? "the end of the text" : "'/' or the end of the text");
        result = date;
        return true;
    }

    private bool TryReadRestOfInterval(IntervalEnd start, out EdtfDate result)
    {
        result = default;
        position++;
        var endsAt = position;
        var end = IntervalEnd.Unknown;
        if (TrySkipDots())
        {
            end = IntervalEnd.Open;
        }
        else if (!AtEnd && Current != '/')
        {
            if (!TryReadDate(out var date))
                return false;
            end = new IntervalEnd(date);
        }

        if (!AtEnd)
            return Fail("the end of the text");
        if (end.Date is { Form: EdtfForm.DateTime })
            return Fail(endsAt, "a date without a time");
        if (AreReversed(start.Date, end.Date))
            return Fail(endsAt, "an end that is not before the start");
        result = new EdtfDate(new IntervalEnds(start, end));
        return true;
    }

    private bool TryReadSet(EdtfForm form, char close, out EdtfDate result)
    {
        result = default;
        position++;
        var members = new List<EdtfSetMember>();
        do
        {
            if (!TryReadMember(mayBeginOpen: members.Count == 0, close, out var member))
                return false;
            members.Add(member);
            if (Current != close && (member.Last is null || Current != ','))
                return FailAfterMember(member, close);
        } while (TrySkip(','));

        position++;
        if (!AtEnd)
            return Fail("the end of the text");
        result = new EdtfDate(new SetMembers(form, [.. members]));
        return true;
    }

    private bool TryReadMember(bool mayBeginOpen, char close, out EdtfSetMember member)
    {
        member = default;
        EdtfDate? first = null;
        if (!mayBeginOpen || !AtDots)
        {
            if (!TryReadMemberDate(out var date))
                return false;
            first = date;
        }

        if (!TrySkipDots())
        {
            member = new EdtfSetMember(first, first);
            return true;
        }

        if (first is not null && Current == close)
        {
            member = new EdtfSetMember(first, null);
            return true;
        }

        var lastAt = position;
        if (!TryReadMemberDate(out var last))
            return false;
        if (AreReversed(first, last))
            return Fail(lastAt, "an end of the range that is not before its start");
        member = new EdtfSetMember(first, last);
        return true;
    }

    private bool TryReadMemberDate(out EdtfDate date)
    {
        var startsAt = position;
        return TryReadDate(out date) && (date.Form != EdtfForm.DateTime || Fail(startsAt, "a date without a time"));
    }

    private static bool AreReversed(EdtfDate? start, EdtfDate? end) =>
        start is { } first && end is { } last && first.Pattern.First > last.Pattern.Last;

    private bool TrySkip(char expected)
    {
        if (Current != expected)
            return false;
        position++;
        return true;
    }

    private bool TrySkipDots()
    {
        if (!AtDots)
            return false;
        position += 2;
        return true;
    }

    private bool FailAfterMember(EdtfSetMember member, char close)
    {
        var endOfSet = close == ']' ? "']'" : "'}'";
        if (member.Last is null)
            return Fail(endOfSet);
        return Fail(member.IsRange ? $"',' or {endOfSet}" : $"',', '..' or {endOfSet}");
    }

    private bool Fail(string expected) => Fail(position, expected);

    private bool Fail(int at, string expected)
    {
        Error = new EdtfError(at, expected);
        return false;
    }
}
