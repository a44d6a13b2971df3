namespace Edtf.Tests.EdtfJs;

/// <summary>A text that edtf.js 4.11.1 answers differently.</summary>
internal sealed record EdtfJsDifference(string Text, string Theirs, string Ours);

internal static class EdtfJsDifferences
{
    private const string Refused = "refused";

    internal static IEnumerable<EdtfJsDifference> All =>
        [
            // It converts a time to UTC and takes that day; the specification says nothing of it, and a record's day is the one it gives.
            new("1985-04-12T23:20:30-04", "level 0, 1985-04-13 to 1985-04-13", "level 0, 1985-04-12 to 1985-04-12"),
            // JavaScript dates end at the year 275,760, so it has no bounds beyond it.
            new("Y170000002", "level 1, - to -", "level 1, +170000002-01-01 to +170000002-12-31"),
            new("Y-170000002", "level 1, - to -", "level 1, -170000002-01-01 to -170000002-12-31"),
            new("Y-17E7", "level 2, - to -", "level 2, -170000000-01-01 to -170000000-12-31"),
            // It has 21 to 24 and 25 to 32 begin in January, like quarters; spring, summer, autumn and winter are those of the weather.
            new("2001-21", "level 1, 2001-01-01 to 2001-03-31", "level 1, 2001-03-01 to 2001-05-31"),
            new("2001-22", "level 1, 2001-04-01 to 2001-06-30", "level 1, 2001-06-01 to 2001-08-31"),
            new("2001-23", "level 1, 2001-07-01 to 2001-09-30", "level 1, 2001-09-01 to 2001-11-30"),
            new("2001-24", "level 1, 2001-10-01 to 2001-12-31", "level 1, 2001-12-01 to 2002-02-28"),
            new("2001-25", "level 2, 2001-01-01 to 2001-03-31", "level 2, 2001-03-01 to 2001-05-31"),
            new("2001-29", "level 2, 2001-10-01 to 2001-12-31", "level 2, 2001-09-01 to 2001-11-30"),
            // Its first quadrimester has five months.
            new("2001-37", "level 2, 2001-01-01 to 2001-05-31", "level 2, 2001-01-01 to 2001-04-30"),
            // Negative years are a feature of level 1.
            new("-1985", "level 0, -1985-01-01 to -1985-12-31", "level 1, -1985-01-01 to -1985-12-31"),
            new("-1985/2004", "level 0, -1985-01-01 to 2004-12-31", "level 1, -1985-01-01 to 2004-12-31"),
            new("-1985-04-12T23:20:30Z", "level 0, -1985-04-12 to -1985-04-12", "level 1, -1985-04-12 to -1985-04-12"),
            // Significant digits are kept, but not counted.
            new("1950S2", "level 2, 1950-01-01 to 1950-12-31", "level 2, 1900-01-01 to 1999-12-31"),
            new("Y171010000S3", "level 2, - to -", "level 2, +171000000-01-01 to +171999999-12-31"),
            new("Y3388E2S3", "level 2, - to -", "level 2, +338000-01-01 to +338999-12-31"),
            // Of a range at the end of a set it takes the first day only.
            new("[1667,1668,1670..1672]", "level 2, 1667-01-01 to 1670-12-31", "level 2, 1667-01-01 to 1672-12-31"),
            new("{1667,1668,1670..1672}", "level 2, 1667-01-01 to 1670-12-31", "level 2, 1667-01-01 to 1672-12-31"),
            new("[2023-09-19..2024-01-01]", "level 2, 2023-09-19 to 2023-09-19", "level 2, 2023-09-19 to 2024-01-01"),
            // It reads XXXX as the years 0 to 9999; an unknown year may be any.
            new("XXXX-12-XX", "level 2, 0000-12-01 to 9999-12-31", "level 2, - to -"),
            new("XXXX-10-12", "level 2, 0000-10-12 to 9999-10-12", "level 2, - to -"),
            // Level 1 has one or two unspecified digits of a year, and a month or day only behind a specified year.
            new("XXXX", "level 1, 0000-01-01 to 9999-12-31", "level 2, - to -"),
            new("XXXX-XX-XX", "level 1, 0000-01-01 to 9999-12-31", "level 2, - to -"),
            // It loses the minus where the digits that are specified are 0.
            new("-XXXX", "level 2, 0000-01-01 to 9999-12-31", "level 2, - to -0001-12-31"),
            new("-000X", "level 1, 0000-01-01 to 0009-12-31", "level 1, -0009-01-01 to -0001-12-31"),
            // The level is that of the canonical form, which is 1984?.
            new("?1984", "level 2, 1984-01-01 to 1984-12-31", "level 1, 1984-01-01 to 1984-12-31"),
            // 24:00:00 was dropped from ISO 8601-1:2019, on which the specification rests.
            new("2004-01-01T24:00:00", "level 0, 2004-01-02 to 2004-01-02", Refused),
            // Offsets beyond fourteen hours have been in use; ISO 8601-1 bounds them by the day.
            new("2004-01-01T10:10:10+15", Refused, "level 0, 2004-01-01 to 2004-01-01"),
            // "Time of day is excluded" from intervals.
            new("2004-01-01T10:10:10Z/2005", "level 0, 2004-01-01 to 2005-12-31", Refused),
            // A season stands in place of a month, so it may be qualified, and be in intervals and sets. (edtf.js has that as its level 3.)
            new("2001-21~", Refused, "level 1, 2001-03-01 to 2001-05-31"),
            new("2001-21/2003-22", Refused, "level 1, 2001-03-01 to 2003-08-31"),
            new("[2001-21,2003]", Refused, "level 2, 2001-03-01 to 2003-12-31"),
            // Spaces are never allowed.
            new("[1667, 1668]", "level 2, 1667-01-01 to 1668-12-31", Refused),
            // The specification restricts neither the precision nor the marks of what a range or an open end stands beside.
            new("[199X..2001]", Refused, "level 2, 1990-01-01 to 2001-12-31"),
            new("[1984~..]", Refused, "level 2, 1984-01-01 to -"),
            new("[1984?,1985]", Refused, "level 2, 1984-01-01 to 1985-12-31"),
            new("[2004..2004-06-07]", Refused, "level 2, 2004-01-01 to 2004-06-07"),
            // Nor does it exclude long years from intervals, sets and qualification.
            new("[Y170000002,Y170000003]", Refused, "level 2, +170000002-01-01 to +170000003-12-31"),
            new("Y170000002/Y170000003", Refused, "level 1, +170000002-01-01 to +170000003-12-31"),
            new("Y170000002?", Refused, "level 1, +170000002-01-01 to +170000002-12-31"),
            new("1950S2?", Refused, "level 2, 1900-01-01 to 1999-12-31"),
            // A range that ends before it starts has no members.
            new("[2004-06..2004-05]", "level 2, 2004-06-01 to 2004-06-30", Refused),
            // 'Y' is for years beyond four digits "and only" for them, and an exponent is a positive integer.
            new("Y3E3", "level 2, 3000-01-01 to 3000-12-31", Refused),
            new("Y-17E0", "level 2, -0017-01-01 to -0017-12-31", Refused),
            // Years reach to sixteen digits here, so that each has bounds; the universe needs eleven.
            new("Y1E30", "level 2, - to -", Refused),
            // Centuries of two digits and decades of three are in ISO 8601, and not in the specification of EDTF.
            new("19", "level 0, 1900-01-01 to 1999-12-31", Refused),
            new("199", "level 2, 1990-01-01 to 1999-12-31", Refused),
            new("201?", "level 2, 2010-01-01 to 2019-12-31", Refused),
            // It lets a 29 February that does not exist run over into March.
            new("1900-02-29", "level 0, 1900-03-01 to 1900-03-01", Refused),
            new("2023-02-29", "level 0, 2023-03-01 to 2023-03-01", Refused),
            new("190X-02-29", "level 2, 1900-03-01 to 1909-03-01", "level 2, 1904-02-29 to 1908-02-29"),
        ];
}
