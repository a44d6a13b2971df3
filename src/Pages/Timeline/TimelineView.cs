using ArtsakhLedger.Asking;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Pages.Citations;
using ArtsakhLedger.Recognitions;
using ArtsakhLedger.StateAsOf;
using ArtsakhLedger.Timeline;
using ArtsakhLedger.Vocabulary;

namespace ArtsakhLedger.Pages.Timeline;

/// <summary>The timeline of a polity: its picture, its facts, and links to other days and rows.</summary>
public sealed record TimelineView : LinkingView
{
    private const int MaxParties = 400;

    private readonly TimelineChartQuestion question;

    private TimelineView(TimelineChartQuestion question, string? linkedKnownAt)
        : base(linkedKnownAt) => this.question = question;

    /// <summary>The facts, in the order of their days.</summary>
    public required TimelineAnswer Facts { get; init; }

    /// <summary>What the picture shows.</summary>
    public required TimelineChartAnswer Line { get; init; }

    /// <summary>The kinds of episodes and types of facts that the polity has, with their headings.</summary>
    public required IReadOnlyList<(string Name, string Words)> Kinds { get; init; }

    /// <summary>The parties of the polity's episodes.</summary>
    public required IReadOnlyList<EntityReference> Parties { get; init; }

    /// <summary>The statement of the row of an episode, which marks regions and towns.</summary>
    public required Func<EpisodeRow, string> RowInWords { get; init; }

    /// <summary>What a fact says, likewise.</summary>
    public required Func<TimelineItem, string> FactInWords { get; init; }

    /// <summary>The names of entities, for an unnamed party that could be any of them: "Abkhazia, South Ossetia or Transnistria".</summary>
    public required Func<IReadOnlyList<string>, string> NamesOf { get; init; }

    /// <summary>The picture.</summary>
    public required string Picture { get; init; }

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

    /// <summary>The heading of a kind of episode or of a type of fact.</summary>
    public required Func<string, string> KindInWords { get; init; }

    /// <summary>The same within a sentence.</summary>
    public required Func<string, string> KindWithin { get; init; }

    /// <summary>The address of the picture by itself.</summary>
    public string PictureAddress => question.ImageAddressOf(KnownAt, null);

    /// <summary>The address of the rows before these; null where there are none.</summary>
    public string? RowsBefore =>
        Line.FirstRow == 1
            ? null
            : question.FromRow(Math.Max(1, Line.FirstRow - question.Rows.Last + question.Rows.First - 1)).AddressOf(KnownAt, null);

    /// <summary>The address of the rows after these; null where there are none.</summary>
    public string? RowsAfter => Line.NextRow is { } next ? question.FromRow(next).AddressOf(KnownAt, null) : null;

    /// <summary>The address of the whole timeline.</summary>
    public string Whole => Address.Of(question.Facts.Path, ("known-at", KnownAt));

    /// <summary>Links to other days: earlier, later, closer, wider.</summary>
    public IReadOnlyList<(string Words, string Address)> OtherDays
    {
        get
        {
            var half = Math.Max(1, (Line.LastDay - Line.FirstDay + 1) / 2);
            var quarter = Math.Max(1, half / 2);
            List<(string, string)> links =
            [
                ("Earlier", Between(Line.FirstDay - half, Line.LastDay - half)),
                ("Later", Between(Line.FirstDay + half, Line.LastDay + half)),
            ];
            if (half > 7)
            {
                links.Add(("Closer", Between(Line.FirstDay + quarter, Line.LastDay - quarter)));
            }

            links.Add(("Wider", Between(Line.FirstDay - half, Line.LastDay + half)));
            return links;
        }
    }

    /// <param name="question">The question.</param>
    /// <param name="known">The polity as known.</param>
    /// <param name="at">The state of knowledge.</param>
    /// <param name="facts">The answer.</param>
    /// <param name="cancellation">Cancels the work.</param>
    public static TimelineView Of(
        TimelineChartQuestion question,
        PolityAsKnown known,
        KnownAt at,
        TimelineAnswer facts,
        CancellationToken cancellation = default
    )
    {
        var line = new TimelineChart(known).Answer(question, cancellation);
        return new(question, PinnedPosition.Of(question.Facts.KnownAt, at))
        {
            Picture = TimelinePicture.InPage(line, known.Entities),
            RowInWords = RowsIn(known),
            FactInWords = FactsIn(known),
            NamesOf = ids => PartyNames.Joined([.. ids.Select(known.Entities.InText)], "or"),
            Facts = facts,
            KindInWords = kind => RowNames.Of(kind, known.Entities),
            KindWithin = kind => RowNames.Within(kind, known.Entities),
            Line = line,
            Kinds =
            [
                .. known
                    .Episodes.Select(episode => episode.Kind)
                    .DistinctBy(kind => kind.Name)
                    .OrderBy(kind => kind.Order)
                    .Select(kind => (kind.Name, RowNames.Of(kind.Name, known.Entities))),
                .. new PolityTimeline(known)
                    .Facts(new FactFilter(), null)
                    .Where(recorded => !known.Facts.LinksOf(recorded.Fact).Any())
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
                    .Select(known.Entities.ReferenceTo)
                    .OrderBy(party => party.Name, StringComparer.Ordinal)
                    .Take(MaxParties),
            ],
        };
    }

    /// <summary>The address of the timeline for one kind or type.</summary>
    public string Only(string kind) => AddressOf(From, To, kind, certainty: null);

    /// <summary>How the page is cited.</summary>
    public PageCitation Citation(string origin) =>
        PageCitation.Of(
            $"Timeline of {Line.Polity.InText}{(Kind is null ? "" : $": {KindWithin(Kind)}")}",
            Line.KnownAt,
            origin + Line.Self
        );

    private static Func<EpisodeRow, string> RowsIn(PolityAsKnown known)
    {
        var (kinds, parties) = (new PartyKinds(known), known.Episodes.ToDictionary(episode => episode.Id, episode => episode.Party));
        return row =>
            parties.TryGetValue(row.Episode, out var party)
                ? kinds.WithKind(row.Statement, party, kinds.WordFor(row.Kind, party))
                : row.Statement;
    }

    // In acts about the polity, such as recognitions, regions and towns stand beside states.
    private static Func<TimelineItem, string> FactsIn(PolityAsKnown known)
    {
        var kinds = new PartyKinds(known);
        return item =>
            known.Facts.Find(item.Fact)?.Content is PublicAct { Actor.Id: { } actor }
                ? kinds.WithKind(item.Statement, actor, kinds.WordFor(actor))
                : item.Statement;
    }

    private string Between(long first, long last) => AddressOf(RunsInWords.InEdtf(first), RunsInWords.InEdtf(last), Kind, Certainty);

    private string AddressOf(string? from, string? to, string? kind, string? certainty) =>
        Address.Of(
            question.Facts.Path,
            ("from", from),
            ("to", to),
            ("kind", kind),
            ("party", Party),
            ("certainty", certainty),
            ("on", On),
            ("known-at", KnownAt)
        );
}
