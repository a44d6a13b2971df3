using ArtsakhLedger.Asking;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Pages.Citing;
using ArtsakhLedger.Recognitions;
using ArtsakhLedger.StateAsOf;
using ArtsakhLedger.Timeline;
using ArtsakhLedger.Vocabulary;

namespace ArtsakhLedger.Pages.LineOfTime;

/// <summary>The line of time of a polity with the facts that a program gets, and the ways to other days and rows.</summary>
public sealed class TimelineView
{
    private const int MostParties = 400;

    private readonly TimelineChartQuestion question;

    private TimelineView(TimelineChartQuestion question) => this.question = question;

    /// <summary>What a program gets: facts in the order of their days.</summary>
    public required TimelineAnswer Facts { get; init; }

    /// <summary>What the picture shows.</summary>
    public required TimelineChartAnswer Line { get; init; }

    /// <summary>The kinds of episodes and the types of facts that the polity has, by what they are called.</summary>
    public required IReadOnlyList<(string Name, string Words)> Kinds { get; init; }

    /// <summary>The parties of the polity's episodes.</summary>
    public required IReadOnlyList<Entities.EntityReference> Parties { get; init; }

    /// <summary>What each row of an episode says, with what its party is where states are looked for.</summary>
    public required Func<EpisodeRow, string> RowInWords { get; init; }

    /// <summary>What each fact says, likewise.</summary>
    public required Func<TimelineItem, string> FactInWords { get; init; }

    /// <summary>The position that the page is of; null for the newest.</summary>
    public required string? Pinned { get; init; }

    /// <summary>An address elsewhere, for the same state of knowledge.</summary>
    public string Elsewhere(string path) => Address.Of(path, ("known-at", Pinned));

    /// <summary>The picture.</summary>
    public string Picture => LineOfTimePicture.InPage(Line);

    public string? From => question.Facts.Days.From?.Text;

    public string? To => question.Facts.Days.To?.Text;

    public string? Kind => question.Facts.Kind;

    public string? Party => question.Facts.Party;

    public string? Certainty => question.Certainty?.ToString().ToLowerInvariant();

    public string? On => question.On?.Text;

    /// <summary>The state of knowledge as it was asked for; null for the newest.</summary>
    public string? KnownAt => question.Facts.KnownAt;

    /// <summary>Whether nothing narrows what is shown.</summary>
    public bool IsWhole => (From, To, Kind, Party, Certainty) == (null, null, null, null, null);

    /// <summary>The episodes of the picture, kind by kind.</summary>
    public IEnumerable<IGrouping<string, EpisodeRow>> ByKind => Line.Rows.OfType<EpisodeRow>().GroupBy(row => row.Kind);

    /// <summary>The picture by itself.</summary>
    public string PictureAddress => question.ImageAddressOf(KnownAt, null);

    /// <summary>The rows before these; null where there are none.</summary>
    public string? RowsBefore =>
        Line.FirstRow == 1
            ? null
            : question.FromRow(Math.Max(1, Line.FirstRow - question.Rows.Last + question.Rows.First - 1)).AddressOf(KnownAt, null);

    /// <summary>The rows after these; null where there are none.</summary>
    public string? RowsAfter => Line.NextRow is { } next ? question.FromRow(next).AddressOf(KnownAt, null) : null;

    /// <summary>Everything again.</summary>
    public string Whole => Address.Of(Path, ("known-at", KnownAt));

    /// <summary>The same question for other days: earlier, later, closer, wider.</summary>
    public IReadOnlyList<(string Words, string Address)> OtherDays
    {
        get
        {
            var half = Math.Max(1, (Line.LastDay - Line.FirstDay + 1) / 2);
            var quarter = Math.Max(1, half / 2);
            List<(string, string)> ways =
            [
                ("Earlier", Between(Line.FirstDay - half, Line.LastDay - half)),
                ("Later", Between(Line.FirstDay + half, Line.LastDay + half)),
            ];
            if (half > 7)
            {
                ways.Add(("Closer", Between(Line.FirstDay + quarter, Line.LastDay - quarter)));
            }

            ways.Add(("Wider", Between(Line.FirstDay - half, Line.LastDay + half)));
            return ways;
        }
    }

    private string Path => $"/polities/{Line.Polity.Id}/timeline";

    /// <param name="question">The question.</param>
    /// <param name="known">The polity as known.</param>
    /// <param name="at">The state of knowledge.</param>
    /// <param name="facts">What a program gets.</param>
    public static TimelineView Of(TimelineChartQuestion question, PolityAsKnown known, KnownAt at, TimelineAnswer facts) =>
        new(question)
        {
            Pinned = Pages.Pinned.Of(question.Facts.KnownAt, at),
            RowInWords = RowsIn(known),
            FactInWords = FactsIn(known),
            Facts = facts,
            Line = new Timeline.TimelineChart(known).Answer(question),
            Kinds =
            [
                .. known
                    .Episodes.Select(episode => episode.Kind)
                    .DistinctBy(kind => kind.Name)
                    .OrderBy(kind => kind.Order)
                    .Select(kind => (kind.Name, RowNames.Of(kind.Name))),
                .. new PolityTimeline(known)
                    .Facts(new FactFilter(), null)
                    .Where(recorded => !recorded.Fact.Bearings().Any())
                    .Select(recorded => FactType.Of(recorded.Fact).Name)
                    .Distinct()
                    .Order()
                    .Select(type => (type, RowNames.Of(type))),
            ],
            Parties =
            [
                .. known
                    .Episodes.Select(episode => episode.Party)
                    .Distinct()
                    .Select(known.Entities.Refer)
                    .OrderBy(party => party.Name, StringComparer.Ordinal)
                    .Take(MostParties),
            ],
        };

    /// <summary>The facts of one type or kind by themselves.</summary>
    public string Only(string kind) =>
        Address.Of(Path, ("from", From), ("to", To), ("kind", kind), ("party", Party), ("on", On), ("known-at", KnownAt));

    /// <summary>How the page is cited.</summary>
    public PageCitation Citation(AskedPage asked) =>
        new(
            $"Line of time of {Line.Polity.Name}{(Kind is null ? "" : $": {RowNames.Of(Kind).ToLowerInvariant()}")}",
            Line.KnownAt.Position,
            Line.KnownAt.RecordedAt,
            asked.Whole(Line.Self)
        );

    private static Func<EpisodeRow, string> RowsIn(PolityAsKnown known)
    {
        var (kinds, parties) = (new PartyKinds(known), known.Episodes.ToDictionary(episode => episode.Id, episode => episode.Party));
        return row =>
            parties.TryGetValue(row.Episode, out var party)
                ? kinds.Told(row.Statement, party, kinds.WordFor(row.Kind, party))
                : row.Statement;
    }

    /// <summary>Who acts is told of acts about the polity, such as recognitions: there regions and towns stand beside states.</summary>
    private static Func<TimelineItem, string> FactsIn(PolityAsKnown known)
    {
        var kinds = new PartyKinds(known);
        return item =>
            known.Facts.Find(item.Fact)?.Content is PublicAct { Actor.Id: { } actor }
                ? kinds.Told(item.Statement, actor, kinds.WordFor(actor))
                : item.Statement;
    }

    private string Between(long first, long last) =>
        Address.Of(
            Path,
            ("from", RunsInWords.InEdtf(first)),
            ("to", RunsInWords.InEdtf(last)),
            ("kind", Kind),
            ("party", Party),
            ("certainty", Certainty),
            ("on", On),
            ("known-at", KnownAt)
        );
}
