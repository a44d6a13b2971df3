using System.Runtime.InteropServices;
using ArtsakhLedger.RulesOfTime;

namespace ArtsakhLedger.PackedHistories;

/// <summary>A run of days on which an entry, or the polity's existence, is the same.</summary>
/// <param name="From">The first day; <see cref="int.MinValue"/> where it is unbounded.</param>
/// <param name="Until">The day after the last; <see cref="int.MaxValue"/> where it is unbounded.</param>
/// <param name="Certainty">The certainty, ignoring the record date.</param>
/// <param name="Because">The reasons, packed.</param>
/// <param name="Rest">The rest of the entry, packed.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PackedPiece(int From, int Until, Certainty Certainty, int Because, int Rest);

/// <summary>The runs of days of one version, one after the other without gaps, as bytes.</summary>
internal static class PackedPieces
{
    /// <summary>Writes pieces that follow one another.</summary>
    public static byte[] Write(IReadOnlyList<PackedPiece> pieces)
    {
        var bytes = new byte[(1 + (pieces.Count * 3)) * PackedJson.LongestNumber];
        var at = PackedJson.WriteNumber(bytes, pieces.Count);
        var rest = PackedJson.Nothing;
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            // The length; where it begins nowhere, the day on which it ends; nothing for the last one, which ends where the version does.
            var extent =
                i == pieces.Count - 1 ? 0
                : piece.From == int.MinValue ? ZigZag(piece.Until)
                : (long)piece.Until - piece.From;
            at += PackedJson.WriteNumber(bytes.AsSpan(at), (extent << 2) | (uint)piece.Certainty);
            if (piece.Certainty != Certainty.Not)
            {
                at += PackedJson.WriteNumber(bytes.AsSpan(at), piece.Because);
                at += PackedJson.WriteNumber(bytes.AsSpan(at), piece.Rest == rest ? PackedJson.Nothing : piece.Rest);
                rest = piece.Rest;
            }
        }

        return bytes[..at];
    }

    /// <summary>The piece of a version that a day lies in.</summary>
    public static PackedPiece On(int day, ReadOnlySpan<byte> bytes, int at, int start, int end)
    {
        var count = PackedJson.ReadNumber(bytes, ref at);
        var (from, rest) = (start, PackedJson.Nothing);
        while (true)
        {
            var head = PackedJson.ReadNumber(bytes, ref at);
            var (extent, certainty) = (head >> 2, (Certainty)(head & 3));
            var because = PackedJson.Nothing;
            if (certainty != Certainty.Not)
            {
                because = (int)PackedJson.ReadNumber(bytes, ref at);
                rest = (int)PackedJson.ReadNumber(bytes, ref at) is not PackedJson.Nothing and var other ? other : rest;
            }

            var until =
                --count == 0 ? end
                : from == int.MinValue ? UnZigZag(extent)
                : from + (int)extent;
            if (day < until || count == 0)
            {
                return new(from, until, certainty, because, rest);
            }

            from = until;
        }
    }

    /// <summary>All pieces of a version, one after the other.</summary>
    public static IReadOnlyList<PackedPiece> All(ReadOnlySpan<byte> bytes, int at, int start, int end)
    {
        var pieces = new List<PackedPiece> { On(start, bytes, at, start, end) };
        while (pieces[^1].Until != end)
        {
            pieces.Add(On(pieces[^1].Until, bytes, at, start, end));
        }

        return pieces;
    }

    private static long ZigZag(int number) => (uint)((number << 1) ^ (number >> 31));

    private static int UnZigZag(long number) => (int)((uint)number >> 1) ^ -(int)(number & 1);
}
