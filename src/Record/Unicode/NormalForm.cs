using System.Buffers;
using ADRaffy.ENSNormalize;

namespace ArtsakhLedger.Unicode;

/// <summary>Unicode's normal forms. <see cref="string.Normalize()"/> gives back every text as it is in a program without cultures
/// (InvariantGlobalization), which this one is so that it needs no ICU library on the machine.</summary>
public static class NormalForm
{
    /// <summary>The text in Normalization Form C, in which positions of quotes are counted: letters and marks composed.</summary>
    public static string Compose(string text) => text.AsSpan().ContainsAnyExcept(Composed) ? ENSNormalize.NF.NFC(text) : text;

    /// <summary>The text in Normalization Form D: letters and marks apart.</summary>
    public static string Decompose(string text) => text.AsSpan().ContainsAnyExcept(Decomposed) ? ENSNormalize.NF.NFD(text) : text;

    // Characters that no rule of the form touches, so that most texts are done without loading the tables, which takes half a second.
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

    private static SearchValues<char> Decomposed { get; } =
        Characters(('\0', '\u007F'), ('\u0531', '\u058F'), ('\u10A0', '\u10FF'), ('\u2010', '\u2027'), ('\u2030', '\u205E'));

    private static SearchValues<char> Characters(params (char First, char Last)[] ranges) =>
        SearchValues.Create([
            .. ranges.SelectMany(range => Enumerable.Range(range.First, range.Last - range.First + 1)).Select(code => (char)code),
        ]);
}
