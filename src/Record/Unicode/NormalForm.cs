using System.Buffers;
using ADRaffy.ENSNormalize;

namespace ArtsakhLedger.Unicode;

/// <summary>Normalizes Unicode text. <see cref="string.Normalize()"/> does nothing with InvariantGlobalization, which saves this program from
/// needing an ICU library on the machine.</summary>
public static class NormalForm
{
    /// <summary>Returns the text in Normalization Form C (composed), in which positions of quotes are counted.</summary>
    public static string Compose(string text) => text.AsSpan().ContainsAnyExcept(Composed) ? ENSNormalize.NF.NFC(text) : text;

    // Characters that the form never changes: most texts have no others, and need not wait half a second for the tables to load.
    private static SearchValues<char> Composed { get; } =
        Characters(
            ('\0', '\u02FF'),
            ('\u0400', '\u0482'),
            ('\u0531', '\u058F'),
            ('\u10A0', '\u10FF'),
            ('\u2010', '\u2027'),
            ('\u2030', '\u205E'),
            ('\u20A0', '\u20BF')
        );

    private static SearchValues<char> Characters(params (char First, char Last)[] ranges) =>
        SearchValues.Create([
            .. ranges.SelectMany(range => Enumerable.Range(range.First, range.Last - range.First + 1)).Select(code => (char)code),
        ]);
}
