using System.Xml.Linq;
using ArtsakhLedger.Import;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Pages.Timeline;
using ArtsakhLedger.StateAsOf;
using ArtsakhLedger.Tests.Running;
using ArtsakhLedger.Timeline;

namespace ArtsakhLedger.Tests.Pages.TimelinePictures;

/// <summary>Pictures of records that are only in memory.</summary>
internal static class Pictures
{
    /// <summary>What the record knew of Artsakh after its first batch.</summary>
    public static PolityAsKnown Article { get; } = OfBatches(1);

    /// <summary>What it knows after all of them.</summary>
    public static PolityAsKnown Head { get; } = OfBatches(int.MaxValue);

    public static TimelineChartAnswer Answer(
        PolityAsKnown known,
        string? from = null,
        string? to = null,
        string? kind = null,
        string? party = null,
        string? certainty = null,
        string? on = null,
        string? rows = null
    ) =>
        new ArtsakhLedger.Timeline.TimelineChart(known).Answer(
            TimelineChartQuestion.Parse(TimelineQuestion.Parse(known.Polity.Id, from, to, kind, party, null, null), certainty, on, rows)
        );

    public static XElement Draw(
        PolityAsKnown known,
        string? from = null,
        string? to = null,
        string? kind = null,
        string? party = null,
        string? certainty = null,
        string? on = null,
        string? rows = null
    ) => XElement.Parse(TimelinePicture.InPage(Answer(known, from, to, kind, party, certainty, on, rows), known.Entities));

    private static PolityAsKnown OfBatches(int count)
    {
        var facts = EventsFolder
            .Read(Repository.Events)
            .Batches.Take(count)
            .SelectMany(batch => batch.Entries.Select(entry => (batch.Name, entry.Fact)));
        var record = facts
            .Select(
                (one, i) =>
                    new RecordedFact(
                        i + 1,
                        new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero).AddSeconds(i),
                        Importer.Author,
                        one.Name,
                        one.Fact
                    )
            )
            .ToLookup(entry => entry.Fact.Polity == "artsakh");
        return new("artsakh", [.. record[true]], [.. record[false]]);
    }
}
