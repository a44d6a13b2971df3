using System.Buffers;
using System.Text.Json;
using ArtsakhLedger.Asking;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.StateAsOf;
using ArtsakhLedger.Vocabulary;
using Edtf;

namespace ArtsakhLedger.PackedHistories;

/// <summary>Packs a polity's history entry by entry: whenever an entry changes what answers say about an episode, a version ends and
/// another begins. It packs what <see cref="Entries"/> computes, and computes nothing itself.</summary>
internal sealed class HistoryBuilder(string polity)
{
    /// <summary>The members of an entry that differ from day to day; the others rarely do. The basis is written with the certainty.</summary>
    private static readonly string[] ByDay = ["certainty", "because"];

    private readonly IncrementalPolity growing = new(polity);
    private readonly PackedJson packed = new();
    private readonly List<VersionExtent> extents = [];
    private readonly List<PackedVersion> versions = [];
    private readonly Dictionary<string, int> open = [];
    private readonly List<PackedHead> heads = [];
    private readonly ArrayBufferWriter<byte> json = new();
    private PolityFrame? frameBefore;
    private int existence;
    private int itself;
    private bool cannotBePacked;

    /// <summary>The entities and sources that its entries name, whose descriptions and assessments must be appended too.</summary>
    public ISet<string> Parties { get; } = new HashSet<string>();

    /// <summary>Bytes of memory that it takes, beside what it has packed: entries, and what they make of the polity.</summary>
    public long Size { get; private set; }

    /// <summary>The position up to which entries have been added.</summary>
    public long Through { get; private set; }

    /// <summary>Adds the next entry about the polity, or the next one that describes entities.</summary>
    public void Append(RecordedFact entry)
    {
        var lastTouched = growing.LastTouched;
        var changed = entry.Fact.Polity == polity ? growing.Append(entry) : growing.AppendDescription(entry);
        Through = Math.Max(Through, entry.Position);
        Size += PolityAsKnown.MemorySizeOf(entry);
        if (growing.LastTouched is { } touched && (touched != lastTouched || changed.Count > 0))
        {
            Renew(touched, checked((int)entry.Position), changed);
        }
    }

    /// <summary>The history so far; null if it has dates that cannot be packed, which only years after 9999 are.</summary>
    /// <param name="through">The position up to which the ledger has nothing more about the polity.</param>
    public PolityHistory? Build(long through) => Build(through, packed.Bytes);

    /// <summary>The history if nothing more will be added: it takes no more memory than it needs.</summary>
    public PolityHistory? Finish(long through) => Build(through, packed.Bytes.ToArray());

    private PolityHistory? Build(long through, ReadOnlyMemory<byte> bytes)
    {
        Through = Math.Max(Through, through);
        return cannotBePacked ? null : new(Through, new(bytes), [.. heads], [.. extents], [.. versions]);
    }

    private void Renew(RecordedFact touched, int position, IReadOnlySet<string> changed)
    {
        var entries = new Entries(growing.Frame, recordDate: null);
        if (!ReferenceEquals(growing.Frame, frameBefore))
        {
            (frameBefore, itself, existence) = (growing.Frame, PolityNow(), ExistenceNow(entries));
        }

        heads.Add(new(position, checked((int)touched.Position), touched.RecordedAt.UtcTicks, Batch(touched.Batch), itself, existence));
        foreach (var id in changed)
        {
            RenewEpisode(id, position, entries);
        }
    }

    /// <summary>The name of a batch, with one string shared by all its entries.</summary>
    private string? Batch(string? name) => heads.Count > 0 && heads[^1].Batch == name ? heads[^1].Batch : name;

    private int PolityNow() => packed.Add(JsonSerializer.SerializeToUtf8Bytes(growing.Frame.Polity, FactJson.Options));

    private int ExistenceNow(Entries entries)
    {
        var frame = growing.Frame.Frame;
        return packed.AddRecord(
            PackedPieces.Write(
                PiecesOf(
                    frame.ExistenceChangePoints,
                    on =>
                    {
                        var held = entries.Existence(QueryDate.Of(on));
                        var noRecordAfterwards = held.Certainty == Certainty.Certain && on.DayNumber < frame.Horizon;
                        return new(
                            held.Certainty!.Value,
                            held.Basis,
                            frame.ExistenceBasisOn(on.DayNumber, on.DayNumber - 1),
                            PackedBecause(held.Because),
                            noRecordAfterwards ? AnsweredOnDay.NoRecordAfterRecordDate : AnsweredOnDay.OnRecordAfterRecordDate
                        );
                    }
                )
            )
        );
    }

    private void RenewEpisode(string id, int position, Entries entries)
    {
        var now = growing.Find(id) is { } known ? VersionOf(known.Known, known.Context, position, entries) : null;
        if (open.TryGetValue(id, out var before))
        {
            if (
                now is var (extent, version)
                && extent with { From = extents[before].From } == extents[before]
                && version == versions[before]
            )
            {
                return;
            }

            extents[before] = extents[before] with { Until = position };
            open.Remove(id);
        }

        if (now is var (newExtent, newVersion))
        {
            open[id] = versions.Count;
            extents.Add(newExtent);
            versions.Add(newVersion);
        }
    }

    private (VersionExtent Extent, PackedVersion Version)? VersionOf(
        KnownEpisode known,
        ReasonContext context,
        int position,
        Entries entries
    )
    {
        var phases = entries.StatementChanges(known.Episode).ToList();
        Entry? entry = null;
        IReadOnlyList<Reason> reasons = [];
        var (because, rest, key) = (PackedJson.EmptyList, PackedJson.Nothing, (false, 0));
        var pieces = PiecesOf(
            entries.ChangePoints(known, context),
            day =>
            {
                var on = QueryDate.Of(day);
                var (certainty, basis, reasonsNow) = entries.OnDay(known, context, on);
                if (certainty == Certainty.Not)
                {
                    return new(Certainty.Not, null, null, PackedJson.Nothing, PackedJson.Nothing);
                }

                if (!reasonsNow.SequenceEqual(reasons))
                {
                    (reasons, because) = (reasonsNow, PackedBecause(reasonsNow));
                }

                // The rest depends on the day only where it is undated, and through the phases that have begun.
                var keyNow = (known.Resolved.UndatedOn(day.DayNumber), phases.Count(begins => begins <= day.DayNumber));
                if (entry is null || key != keyNow)
                {
                    (entry, key) = (entries.Of(known, context, on, entry)!, keyNow);
                    rest = packed.Add(Written(entry with { Basis = null }), ByDay);
                }

                return new(certainty, basis, known.Resolved.BasisOn(day.DayNumber, day.DayNumber - 1), because, rest);
            }
        );
        var (first, last) = (pieces.FindIndex(IsHeld), pieces.FindLastIndex(IsHeld));
        if (first < 0)
        {
            return null;
        }

        var held = pieces[first..(last + 1)];
        return (
            new(held[0].From, held[^1].Until, position, int.MaxValue),
            new(
                known.Episode.Id,
                known.Episode.Kind.Order,
                known.Resolved.Final.EarliestStart ?? long.MinValue,
                packed.AddRecord(PackedPieces.Write(held))
            )
        );
    }

    private ReadOnlySpan<byte> Written(Entry entry)
    {
        json.ResetWrittenCount();
        using var writer = new Utf8JsonWriter(json, new() { Encoder = FactJson.Options.Encoder, SkipValidation = true });
        JsonSerializer.Serialize(writer, entry, FactJson.Options);
        writer.Flush();
        return json.WrittenSpan;
    }

    private static bool IsHeld(PackedPiece piece) => piece.Content.Certainty != Certainty.Not;

    /// <summary>The runs of days with the same content.</summary>
    private List<PackedPiece> PiecesOf(IEnumerable<long> changePoints, Func<Day, PackedContent> contentOn)
    {
        var cuts = new DayCuts(changePoints);
        if (cuts.Days is [var first, ..] && (first <= PackedDays.Range.First || cuts.Days[^1] >= PackedDays.Range.Last))
        {
            cannotBePacked = true;
            cuts = new([]);
        }

        return
        [
            .. from run in cuts.Runs(day => contentOn(Day.FromDayNumber(day)))
            select new PackedPiece((int)(run.From ?? int.MinValue), (int)(run.Until ?? int.MaxValue), run.Value),
        ];
    }

    private int PackedBecause(IReadOnlyList<Reason> because) =>
        because.Count == 0 ? PackedJson.EmptyList : packed.Add(JsonSerializer.SerializeToUtf8Bytes(because, FactJson.Options));
}
