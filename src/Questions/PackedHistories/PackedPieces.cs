using System.Runtime.InteropServices;
using ArtsakhLedger.RulesOfTime;

namespace ArtsakhLedger.PackedHistories;

/// <summary>What an entry, or the polity's existence, is on a day.</summary>
/// <param name="Certainty">The certainty, ignoring the record date.</param>
/// <param name="Basis">Why it is only possible, ignoring the record date.</param>
/// <param name="BasisAfterRecord">Why it is only possible if the day is after the record date.</param>
/// <param name="Because">The reasons, packed.</param>
/// <param name="Rest">The rest of the entry, packed.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PackedContent(Certainty Certainty, Basis? Basis, Basis? BasisAfterRecord, int Because, int Rest);

/// <summary>A run of days on which an entry, or the polity's existence, is the same.</summary>
/// <param name="From">The first day; <see cref="int.MinValue"/> where it is unbounded.</param>
/// <param name="Until">The day after the last; <see cref="int.MaxValue"/> where it is unbounded.</param>
/// <param name="Content">What it is.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PackedPiece(int From, int Until, PackedContent Content);

/// <summary>The runs of days of one version, one after the other without gaps, as bytes.</summary>
internal static class PackedPieces
{
    /// <summary>Bits of a number for the certainty and, three each, both bases.</summary>
    private const int ContentBits = 8;

    /// <summary>Writes pieces that follow one another.</summary>
    public static byte[] Write(IReadOnlyList<PackedPiece> pieces)
    {
        var bytes = new byte[(1 + (pieces.Count * 3)) * PackedJson.LongestNumber];
        var at = PackedJson.WriteNumber(bytes, pieces.Count);
        var rest = PackedJson.Nothing;
        for (var i = 0; i < pieces.Count; i++)
        {
            var (from, until, content) = pieces[i];
            // The length; where it begins nowhere, the day on which it ends; nothing for the last one, which ends where the version does.
            var extent =
                i == pieces.Count - 1 ? 0
                : from == int.MinValue ? ZigZag(until)
                : (long)until - from;
            at += PackedJson.WriteNumber(bytes.AsSpan(at), (extent << ContentBits) | (uint)BitsOf(content));
            if (content.Certainty != Certainty.Not)
            {
                at += PackedJson.WriteNumber(bytes.AsSpan(at), content.Because);
                at += PackedJson.WriteNumber(bytes.AsSpan(at), content.Rest == rest ? PackedJson.Nothing : content.Rest);
                rest = content.Rest;
            }
        }

        return bytes[..at];
    }

    /// <summary>The run of days around one on which answers are the same.</summary>
    /// <param name="day">The day.</param>
    /// <param name="recordDate">Nothing is certain after it; <see cref="int.MaxValue"/> to ignore that.</param>
    /// <param name="bytes">The packed history.</param>
    /// <param name="at">The place of the version's pieces.</param>
    /// <param name="start">The first day of the version.</param>
    /// <param name="end">The day after its last.</param>
    public static AnsweredRun On(int day, int recordDate, ReadOnlySpan<byte> bytes, int at, int start, int end)
    {
        var reader = new Reader(bytes, at, start, end);
        AnsweredRun? run = null;
        while (reader.Next() is { } piece)
        {
            var isOnRecord = piece.From <= recordDate;
            if (isOnRecord && Extend(ref run, AnsweredOnDay.Of(piece.Content, afterRecordDate: false), piece.From))
            {
                return run!.Value;
            }

            // Where the record date lies within the piece, the rest of it may be answered otherwise.
            var after = isOnRecord ? (long)recordDate + 1 : piece.From;
            if (after < piece.Until && Extend(ref run, AnsweredOnDay.Of(piece.Content, afterRecordDate: true), (int)after))
            {
                return run!.Value;
            }
        }

        return run!.Value with
        {
            Until = end,
        };

        // Whether the run is over, and the day lies in it.
        bool Extend(ref AnsweredRun? run, AnsweredOnDay answered, int from)
        {
            if (run is { } current && current.Answered == answered)
            {
                return false;
            }

            if (run is { } before && day < from)
            {
                run = before with { Until = from };
                return true;
            }

            run = new(from, from, answered);
            return false;
        }
    }

    /// <summary>All pieces of a version, one after the other.</summary>
    public static IReadOnlyList<PackedPiece> All(ReadOnlySpan<byte> bytes, int at, int start, int end)
    {
        var reader = new Reader(bytes, at, start, end);
        var pieces = new List<PackedPiece>();
        while (reader.Next() is { } piece)
        {
            pieces.Add(piece);
        }

        return pieces;
    }

    private static int BitsOf(PackedContent content) =>
        (int)content.Certainty | (BitsOf(content.Basis) << 2) | (BitsOf(content.BasisAfterRecord) << 5);

    private static int BitsOf(Basis? basis) => basis is { } one ? (int)one + 1 : 0;

    private static Basis? BasisOf(long bits) => (bits & 7) == 0 ? null : (Basis)((bits & 7) - 1);

    private static long ZigZag(int number) => (uint)((number << 1) ^ (number >> 31));

    private static int UnZigZag(long number) => (int)((uint)number >> 1) ^ -(int)(number & 1);

    private ref struct Reader
    {
        private readonly ReadOnlySpan<byte> bytes;
        private readonly int end;
        private int at;
        private long left;
        private int from;
        private int rest;

        public Reader(ReadOnlySpan<byte> bytes, int at, int start, int end)
        {
            this.bytes = bytes;
            (this.at, this.end, from, rest) = (at, end, start, PackedJson.Nothing);
            left = PackedJson.ReadNumber(bytes, ref this.at);
        }

        public PackedPiece? Next()
        {
            if (left == 0)
            {
                return null;
            }

            var head = PackedJson.ReadNumber(bytes, ref at);
            var (extent, certainty) = (head >> ContentBits, (Certainty)(head & 3));
            var because = PackedJson.Nothing;
            if (certainty != Certainty.Not)
            {
                because = (int)PackedJson.ReadNumber(bytes, ref at);
                rest = (int)PackedJson.ReadNumber(bytes, ref at) is not PackedJson.Nothing and var other ? other : rest;
            }

            var until =
                --left == 0 ? end
                : from == int.MinValue ? UnZigZag(extent)
                : from + (int)extent;
            var piece = new PackedPiece(from, until, new(certainty, BasisOf(head >> 2), BasisOf(head >> 5), because, rest));
            from = until;
            return piece;
        }
    }
}
