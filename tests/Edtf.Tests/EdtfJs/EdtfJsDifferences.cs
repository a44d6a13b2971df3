namespace Edtf.Tests.EdtfJs;

/// <summary>A text that edtf.js 4.11.1 interprets differently.</summary>
internal sealed record EdtfJsDifference(string Text, string Theirs, string Ours);

internal static class EdtfJsDifferences
{
    private const string Rejected = "rejected";

    internal static IEnumerable<EdtfJsDifference> All =>
        [
            // edtf.js converts the time to UTC and takes that day. The specification does not say; here it is the day that is written.
            new("1985-04-12T23:20:30-04", "level 0, 1985-04-13 to 1985-04-13", "level 0, 1985-04-12 to 1985-04-12"),
            // JavaScript dates end in the year 275,760, so edtf.js has no bounds beyond that.
            new("Y170000002", "level 1, - to -", "level 1, +170000002-01-01 to +170000002-12-31"),
            new("Y-170000002", "level 1, - to -", "level 1, -170000002-01-01 to -170000002-12-31"),
            new("Y-17E7", "level 2, - to -", "level 2, -170000000-01-01 to -170000000-12-31"),
            // edtf.js begins the seasons in January, like quarters; here they are the meteorological seasons.
            new("2001-21", "level 1, 2001-01-01 to 2001-03-31", "level 1, 2001-03-01 to 2001-05-31"),
            new("2001-22", "level 1, 2001-04-01 to 2001-06-30", "level 1, 2001-06-01 to 2001-08-31"),
            new("2001-23", "level 1, 2001-07-01 to 2001-09-30", "level 1, 2001-09-01 to 2001-11-30"),
            new("2001-24", "level 1, 2001-10-01 to 2001-12-31", "level 1, 2001-12-01 to 2002-02-28"),
            new("2001-25", "level 2, 2001-01-01 to 2001-03-31", "level 2, 2001-03-01 to 2001-05-31"),
            new("2001-29", "level 2, 2001-10-01 to 2001-12-31", "level 2, 2001-09-01 to 2001-11-30"),
            // The first quadrimester of edtf.js has five months.
            new("2001-37", "level 2, 2001-01-01 to 2001-05-31", "level 2, 2001-01-01 to 2001-04-30"),
            // Negative years are level 1.
            new("-1985", "level 0, -1985-01-01 to -1985-12-31", "level 1, -1985-01-01 to -1985-12-31"),
            new("-1985/2004", "level 0, -1985-01-01 to 2004-12-31", "level 1, -1985-01-01 to 2004-12-31"),
            new("-1985-04-12T23:20:30Z", "level 0, -1985-04-12 to -1985-04-12", "level 1, -1985-04-12 to -1985-04-12"),
            // edtf.js preserves significant digits, but ignores them in bounds.
            new("1950S2", "level 2, 1950-01-01 to 1950-12-31", "level 2, 1900-01-01 to 1999-12-31"),
            new("Y171010000S3", "level 2, - to -", "level 2, +171000000-01-01 to +171999999-12-31"),
            new("Y3388E2S3", "level 2, - to -", "level 2, +338000-01-01 to +338999-12-31"),
            // edtf.js takes only the first date of a range at the end of a set.
            new("[1667,1668,1670..1672]", "level 2, 1667-01-01 to 1670-12-31", "level 2, 1667-01-01 to 1672-12-31"),
            new("{1667,1668,1670..1672}", "level 2, 1667-01-01 to 1670-12-31", "level 2, 1667-01-01 to 1672-12-31"),
            new("[2023-09-19..2024-01-01]", "level 2, 2023-09-19 to 2023-09-19", "level 2, 2023-09-19 to 2024-01-01"),
            // edtf.js takes XXXX as the years 0 to 9999; here it can be any year.
            new("XXXX-12-XX", "level 2, 0000-12-01 to 9999-12-31", "level 2, - to -"),
            new("XXXX-10-12", "level 2, 0000-10-12 to 9999-10-12", "level 2, - to -"),
            // Level 1 allows one or two unspecified digits in a year, and an unspecified month or day only with a specified year.
            new("XXXX", "level 1, 0000-01-01 to 9999-12-31", "level 2, - to -"),
            new("XXXX-XX-XX", "level 1, 0000-01-01 to 9999-12-31", "level 2, - to -"),
            // edtf.js loses the minus sign if all specified digits are 0.
            new("-XXXX", "level 2, 0000-01-01 to 9999-12-31", "level 2, - to -0001-12-31"),
            new("-000X", "level 1, 0000-01-01 to 0009-12-31", "level 1, -0009-01-01 to -0001-12-31"),
            // The level is that of the canonical form, which is 1984?.
            new("?1984", "level 2, 1984-01-01 to 1984-12-31", "level 1, 1984-01-01 to 1984-12-31"),
            // ISO 8601-1:2019, on which the specification is based, dropped 24:00:00.
            new("2004-01-01T24:00:00", "level 0, 2004-01-02 to 2004-01-02", Rejected),
            // Offsets of more than fourteen hours have been in use; ISO 8601-1 allows any less than a day.
            new("2004-01-01T10:10:10+15", Rejected, "level 0, 2004-01-01 to 2004-01-01"),
            // "Time of day is excluded" from intervals.
            new("2004-01-01T10:10:10Z/2005", "level 0, 2004-01-01 to 2005-12-31", Rejected),
            // A season takes the place of a month, so it may be qualified and used in intervals and sets. (In edtf.js, that is level 3.)
            new("2001-21~", Rejected, "level 1, 2001-03-01 to 2001-05-31"),
            new("2001-21/2003-22", Rejected, "level 1, 2001-03-01 to 2003-08-31"),
            new("[2001-21,2003]", Rejected, "level 2, 2001-03-01 to 2003-12-31"),
            // Spaces are never allowed.
            new("[1667, 1668]", "level 2, 1667-01-01 to 1668-12-31", Rejected),
            // The specification restricts neither the precision nor the qualifiers of the dates in a set.
            new("[199X..2001]", Rejected, "level 2, 1990-01-01 to 2001-12-31"),
            new("[1984~..]", Rejected, "level 2, 1984-01-01 to -"),
            new("[1984?,1985]", Rejected, "level 2, 1984-01-01 to 1985-12-31"),
            new("[2004..2004-06-07]", Rejected, "level 2, 2004-01-01 to 2004-06-07"),
            // It does not exclude long years from intervals, sets or qualification either.
            new("[Y170000002,Y170000003]", Rejected, "level 2, +170000002-01-01 to +170000003-12-31"),
            new("Y170000002/Y170000003", Rejected, "level 1, +170000002-01-01 to +170000003-12-31"),
            new("Y170000002?", Rejected, "level 1, +170000002-01-01 to +170000002-12-31"),
            new("1950S2?", Rejected, "level 2, 1900-01-01 to 1999-12-31"),
            // A range that ends before it starts is empty.
            new("[2004-06..2004-05]", "level 2, 2004-06-01 to 2004-06-30", Rejected),
            // 'Y' is only for years of more than four digits, and an exponent is a positive integer.
            new("Y3E3", "level 2, 3000-01-01 to 3000-12-31", Rejected),
            new("Y-17E0", "level 2, -0017-01-01 to -0017-12-31", Rejected),
            // Years have at most sixteen digits here, so that each has bounds; the age of the universe needs eleven.
            new("Y1E30", "level 2, - to -", Rejected),
            // Two-digit centuries and three-digit decades are in ISO 8601, but not in EDTF.
            new("19", "level 0, 1900-01-01 to 1999-12-31", Rejected),
            new("199", "level 2, 1990-01-01 to 1999-12-31", Rejected),
            new("201?", "level 2, 2010-01-01 to 2019-12-31", Rejected),
            // In edtf.js, a 29 February that does not exist becomes 1 March.
            new("1900-02-29", "level 0, 1900-03-01 to 1900-03-01", Rejected),
            new("2023-02-29", "level 0, 2023-03-01 to 2023-03-01", Rejected),
            new("190X-02-29", "level 2, 1900-03-01 to 1909-03-01", "level 2, 1904-02-29 to 1908-02-29"),
        ];
}
