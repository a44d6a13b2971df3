using Edtf;

namespace Benchmarks.Edtf;

/// <summary>The texts of the comparison with edtf.js, without those that either refuses.</summary>
internal static class EdtfCorpus
{
    // edtf.js knows these forms only at its own level 3, or not at all.
    private static readonly HashSet<string> RefusedByEdtfJs =
    [
        "2004-01-01T10:10:10+15",
        "2001-21~",
        "2001-21/2003-22",
        "[2001-21,2003]",
        "[199X..2001]",
        "[1984~..]",
        "[1984?,1985]",
        "[2004..2004-06-07]",
        "[Y170000002,Y170000003]",
        "Y170000002/Y170000003",
        "Y170000002?",
        "1950S2?",
    ];

    internal static IReadOnlyList<string> Texts { get; } =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "EdtfJs", "corpus.txt"))
            .Where(text => EdtfDate.TryParse(text, out _) && !RefusedByEdtfJs.Contains(text)),
    ];
}
