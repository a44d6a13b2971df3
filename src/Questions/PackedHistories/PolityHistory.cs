using System.Globalization;
using System.Runtime.InteropServices;
using ArtsakhLedger.Facts;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.StateAsOf;

namespace ArtsakhLedger.PackedHistories;

/// <summary>The state of knowledge about a polity from some position on.</summary>
/// <param name="From">The position.</param>
/// <param name="Touched">The last position that touched it: the same one, unless something about its entities was retracted.</param>
/// <param name="RecordedAtTicks">The record time of that, in ticks of UTC.</param>
/// <param name="Batch">The batch that it lies in.</param>
/// <param name="Polity">The polity with its name, packed.</param>
/// <param name="Existence">The place of the pieces of its existence.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PackedHead(int From, int Touched, long RecordedAtTicks, string? Batch, int Polity, int Existence)
{
    /// <summary>Whether only position and time differ from the one before.</summary>
    internal bool GoesOnFrom(PackedHead before) =>
        Touched == From && before.Touched == before.From && (Batch, Polity, Existence) == (before.Batch, before.Polity, before.Existence);

    /// <summary>The record time.</summary>
    public DateTimeOffset RecordedAt => new(RecordedAtTicks, TimeSpan.Zero);
}

/// <summary>A version of an entry.</summary>
/// <param name="Episode">The episode.</param>
/// <param name="Kind">The place of its kind among the kinds.</param>
/// <param name="EarliestStart">The earliest admissible start, by which answers are sorted.</param>
/// <param name="Pieces">The place of its pieces.</param>
internal sealed record PackedVersion(string Episode, int Kind, long EarliestStart, int Pieces);

/// <summary>Everything that answers can say about a polity on any day, as known at any position up to the last one packed, so that answers
/// are written without computing anything. It is a pure function of the entries of the record. Immutable.</summary>
public sealed class PolityHistory
{
    private readonly PackedBytes packed;
    private readonly int[] positions;
    private readonly long[] recordedAtTicks;
    private readonly PackedHead[] heads;
    private readonly VersionIndex index;
    private readonly int[] pieces;
    private readonly int[] firstOfKind;

    internal PolityHistory(long through, PackedBytes packed, PackedHead[] heads, VersionExtent[] extents, PackedVersion[] versions)
    {
        (Through, this.packed) = (through, packed);
        positions = Array.ConvertAll(heads, head => head.From);
        recordedAtTicks = Array.ConvertAll(heads, head => head.RecordedAtTicks);
        this.heads = [.. heads.Where((head, i) => i == 0 || !head.GoesOnFrom(heads[i - 1]))];
        Array.Sort(
            versions,
            extents,
            Comparer<PackedVersion>.Create(
                (one, other) =>
                    (one.Kind, one.EarliestStart) != (other.Kind, other.EarliestStart)
                        ? (one.Kind, one.EarliestStart).CompareTo((other.Kind, other.EarliestStart))
                        : string.CompareOrdinal(one.Episode, other.Episode)
            )
        );
        pieces = Array.ConvertAll(versions, version => version.Pieces);
        firstOfKind = new int[EpisodeKind.All.Max(kind => kind.Order) + 2];
        foreach (var version in versions)
        {
            firstOfKind[version.Kind + 1]++;
        }

        for (var kind = 1; kind < firstOfKind.Length; kind++)
        {
            firstOfKind[kind] += firstOfKind[kind - 1];
        }

        index = new(extents);
    }

    private PolityHistory(PolityHistory other, PackedBytes packed)
    {
        (Through, this.packed) = (other.Through, packed);
        (positions, recordedAtTicks, heads, pieces, firstOfKind, index) = (
            other.positions,
            other.recordedAtTicks,
            other.heads,
            other.pieces,
            other.firstOfKind,
            other.index
        );
    }

    /// <summary>The position up to which it holds everything about the polity.</summary>
    public long Through { get; }

    /// <summary>The number of versions of entries.</summary>
    public int Versions => pieces.Length;

    /// <summary>The memory that it takes, in bytes.</summary>
    public long Size => packed.Size + (pieces.Length * 24L) + (positions.Length * 12L) + (heads.Length * 40L);

    /// <summary>Whether its entries are in memory, and not in a file.</summary>
    internal bool IsInMemory => packed.Size > 0;

    /// <summary>Copies its entries to a file; their index stays in memory.</summary>
    /// <exception cref="IOException">There is no room on the disk.</exception>
    internal PolityHistory ToFile() => new(this, packed.ToFile());

    /// <summary>Whether histories can answer a question: one about a single day of the years that can be packed, of all kinds or of one that has a
    /// place of its own among them. Posts that are entities share one.</summary>
    public static bool CanAnswer(StateQuestion question) =>
        question is { Kind: not { IsKnown: false }, Sources.Count: 0 }
        && question.On.IsDay
        && question.On.First.DayNumber >= PackedDays.Range.First
        && question.On.First.DayNumber <= PackedDays.Range.Last;

    /// <summary>The state of knowledge at a position; null before the first.</summary>
    public PackedHead? HeadAt(long position)
    {
        var last = CountUpTo(positions.Length, i => positions[i] <= position) - 1;
        if (last < 0)
        {
            return null;
        }

        var from = positions[last];
        var head = heads[CountUpTo(heads.Length, i => heads[i].From <= from) - 1];
        return head with
        {
            From = from,
            RecordedAtTicks = recordedAtTicks[last],
            Touched = head.Touched == head.From ? from : head.Touched,
        };
    }

    /// <summary>Writes the state on a day, exactly as <see cref="StateAnswer"/> is serialized.</summary>
    /// <param name="sink">The target.</param>
    /// <param name="question">The question, for a day.</param>
    /// <param name="head">The state of knowledge.</param>
    public void Write(JsonBuffer sink, StateQuestion question, PackedHead head)
    {
        var day = (int)question.On.First.DayNumber;
        var recordDate = (int)StateOnDate.RecordDateOf(head.RecordedAt).DayNumber;
        using var reading = packed.Read();
        var bytes = reading.Bytes;
        var existence = PackedPieces.On(day, recordDate, bytes, head.Existence, int.MinValue, int.MaxValue);
        var run = new RunOfDays();
        run.Narrow(existence.From, existence.Until);

        var found = new List<(int Ordinal, VersionExtent Extent)>(64);
        var (ended, begins) = index.Find(day, head.From, RangeOf(question.Kind), found);
        run.Narrow(ended, begins);
        found.Sort(static (one, other) => one.Ordinal.CompareTo(other.Ordinal));
        var entries = new List<AnsweredOnDay>(found.Count);
        foreach (var (version, extent) in found)
        {
            var answered = PackedPieces.On(day, recordDate, bytes, pieces[version], extent.Start, extent.End);
            run.Narrow(answered.From, answered.Until);
            if (answered.Answered.Certainty != Certainty.Not)
            {
                entries.Add(answered.Answered);
            }
        }

        sink.Write("{\"polity\":"u8);
        sink.Write(bytes, head.Polity, default(NoHoles));
        sink.Write(",\"on\":"u8);
        sink.WriteDay(day);
        WriteKnownAt(sink, head);
        sink.Write(",\"existence\":"u8);
        WriteExistence(sink, bytes, new ByDay(existence.Answered, recordDate));
        WriteUnchanged(sink, run.From, run.Until);
        sink.Write(",\"entries\":["u8);
        for (var i = 0; i < entries.Count; i++)
        {
            if (i > 0)
            {
                sink.Write(","u8);
            }

            sink.Write(bytes, entries[i].Rest, new ByDay(entries[i], recordDate));
        }

        sink.Write("],\"self\":\""u8);
        sink.WritePlain(question.Address(head.Touched.ToString(CultureInfo.InvariantCulture)));
        sink.Write("\"}"u8);
    }

    /// <summary>Every position from which something else was known.</summary>
    internal IReadOnlyList<int> Positions => positions;

    /// <summary>Writes the polity with its name.</summary>
    internal void WritePolity(JsonBuffer sink, PackedHead head)
    {
        using var reading = packed.Read();
        sink.Write(reading.Bytes, head.Polity, default(NoHoles));
    }

    /// <summary>Its whole content as rows, as a database might store it.</summary>
    internal IEnumerable<HistoryRow> Rows()
    {
        for (var i = 0; i < heads.Length; i++)
        {
            var until = i + 1 < heads.Length ? heads[i + 1].From : int.MaxValue;
            foreach (var piece in PiecesOf(heads[i].Existence, int.MinValue, int.MaxValue))
            {
                yield return new(
                    -1 - i,
                    new(piece.From, piece.Until, heads[i].From, until),
                    piece.Content.Certainty,
                    ExistenceOf(piece.Content)
                );
            }
        }

        foreach (var (ordinal, extent) in index.All)
        {
            foreach (var piece in PiecesOf(pieces[ordinal], extent.Start, extent.End))
            {
                if (piece.Content.Certainty != Certainty.Not)
                {
                    yield return new(
                        ordinal,
                        extent with
                        {
                            Start = piece.From,
                            End = piece.Until,
                        },
                        piece.Content.Certainty,
                        EntryOf(piece.Content)
                    );
                }
            }
        }
    }

    private IReadOnlyList<PackedPiece> PiecesOf(int place, int start, int end)
    {
        using var reading = packed.Read();
        return PackedPieces.All(reading.Bytes, place, start, end);
    }

    private byte[] EntryOf(PackedContent content)
    {
        using var sink = new JsonBuffer();
        using var reading = packed.Read();
        sink.Write(reading.Bytes, content.Rest, new ByDay(AnsweredOnDay.Of(content, afterRecordDate: false), recordDate: 0));
        return sink.Written.ToArray();
    }

    private byte[] ExistenceOf(PackedContent content)
    {
        using var sink = new JsonBuffer();
        using var reading = packed.Read();
        WriteExistence(sink, reading.Bytes, new ByDay(AnsweredOnDay.Of(content, afterRecordDate: false), recordDate: 0));
        return sink.Written.ToArray();
    }

    private static void WriteExistence(JsonBuffer sink, ReadOnlySpan<byte> bytes, ByDay existence)
    {
        sink.Write("{\"certainty\":"u8);
        existence.WriteCertainty(sink);
        sink.Write(",\"because\":"u8);
        existence.WriteBecause(bytes, sink);
        sink.Write("}"u8);
    }

    private static int CountUpTo(int count, Func<int, bool> isUpTo)
    {
        var (low, high) = (0, count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = isUpTo(middle) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private Range RangeOf(EpisodeKind? kind) => kind is null ? .. : firstOfKind[kind.Order]..firstOfKind[kind.Order + 1];

    /// <summary>Writes the member with the days between which nothing changes.</summary>
    internal static void WriteUnchanged(JsonBuffer sink, int from, int until)
    {
        sink.Write(",\"unchanged\":{\"from\":"u8);
        sink.WriteDay(from == int.MinValue ? null : from);
        sink.Write(",\"until\":"u8);
        sink.WriteDay(until == int.MaxValue ? null : until);
        sink.Write("}"u8);
    }

    /// <summary>Writes the member with the state of knowledge.</summary>
    internal static void WriteKnownAt(JsonBuffer sink, PackedHead head)
    {
        sink.Write(",\"knownAt\":{\"position\":"u8);
        sink.Write(head.Touched);
        sink.Write(",\"recordedAt\":\""u8);
        sink.WritePlain(head.RecordedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture));
        if (head.Batch is { } batch)
        {
            sink.Write("\",\"batch\":\""u8);
            sink.WritePlain(batch);
        }

        sink.Write("\"}"u8);
    }

    /// <summary>The days around the day asked about on which nothing changes.</summary>
    [StructLayout(LayoutKind.Auto)]
    private struct RunOfDays()
    {
        public int From { get; private set; } = int.MinValue;

        public int Until { get; private set; } = int.MaxValue;

        public void Narrow(int from, int until) => (From, Until) = (Math.Max(From, from), Math.Min(Until, until));
    }

    /// <summary>The members of an entry that differ from day to day.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly struct ByDay(AnsweredOnDay answered, int recordDate) : IJsonHoles
    {
        public void Fill(int hole, ReadOnlySpan<byte> packed, JsonBuffer sink)
        {
            if (hole == 0)
            {
                WriteCertainty(sink);
            }
            else
            {
                WriteBecause(packed, sink);
            }
        }

        /// <summary>Writes the certainty and, where it is only possible, the member after it that says why.</summary>
        public void WriteCertainty(JsonBuffer sink)
        {
            sink.Write(
                answered.Certainty switch
                {
                    Certainty.Certain => "\"certain\""u8,
                    Certainty.Possible => "\"possible\""u8,
                    Certainty.Not => "\"not\""u8,
                    _ => "\"no-record\""u8,
                }
            );
            sink.Write(
                answered.Basis switch
                {
                    null => ""u8,
                    Basis.NotYet => ",\"basis\":\"not-yet\""u8,
                    Basis.Disputed => ",\"basis\":\"disputed\""u8,
                    Basis.Outside => ",\"basis\":\"outside\""u8,
                    Basis.Undated => ",\"basis\":\"undated\""u8,
                    Basis.Unattested => ",\"basis\":\"unattested\""u8,
                    _ => ",\"basis\":\"imprecise\""u8,
                }
            );
        }

        public void WriteBecause(ReadOnlySpan<byte> packed, JsonBuffer sink)
        {
            sink.Write(packed, answered.Because, default(NoHoles));
            if (answered.IsForRecordDate)
            {
                sink.RemoveLast(1);
                sink.Write(answered.Because == PackedJson.EmptyList ? ""u8 : ","u8);
                sink.Write("{\"rule\":\"record-date\",\"edtf\":"u8);
                sink.WriteDay(recordDate);
                sink.Write("}]"u8);
            }
        }
    }
}
