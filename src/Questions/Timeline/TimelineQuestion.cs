using System.Globalization;
using ArtsakhLedger.Asking;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.StateAsOf;
using ArtsakhLedger.Vocabulary;

namespace ArtsakhLedger.Timeline;

/// <summary>A question about what happened to a polity, the same over HTTP and on the command line.</summary>
public sealed class TimelineQuestion
{
    private readonly string polity;
    private readonly string? kind;
    private readonly FactFilter filter;

    private TimelineQuestion(string polity, string? kind, FactFilter filter, string? knownAt) =>
        (this.polity, this.kind, this.filter, KnownAt) = (polity, kind, filter, knownAt);

    /// <summary>The path of the answer.</summary>
    public string Path => $"/polities/{polity}/timeline";

    /// <summary>The parameters that restrict it.</summary>
    public IReadOnlyList<(string Name, string? Value)> Parameters =>
        [("from", filter.Days.From?.Text), ("to", filter.Days.To?.Text), ("kind", kind), ("party", filter.Party)];

    /// <summary>The window; unbounded by default.</summary>
    public DayWindow Days => filter.Days;

    /// <summary>The kind of episode or type of fact; null for all.</summary>
    public string? Kind => kind;

    /// <summary>The entity that facts name; null for all.</summary>
    public string? Party => filter.Party;

    /// <summary>The state of knowledge; null for the head.</summary>
    public string? KnownAt { get; }

    /// <exception cref="QuestionProblem">400 for a value that cannot be used, 410 for a version of the rules that this program no longer has.</exception>
    public static TimelineQuestion Parse(
        string polity,
        string? from,
        string? to,
        string? kind,
        string? party,
        string? knownAt,
        string? rules
    )
    {
        var question = new TimelineQuestion(
            polity,
            kind,
            new FactFilter { Party = party, Days = DayWindow.Parse(from, to) }.Checked(),
            knownAt
        );
        RulesVersion.Require(rules, question.AddressOf(knownAt, null));
        return question;
    }

    /// <summary>Every fact asked for, in order.</summary>
    /// <param name="known">The polity as known.</param>
    /// <param name="atAnyTime">Whether to ignore the window.</param>
    /// <exception cref="QuestionProblem">400 for a kind or a party that the ledger does not know.</exception>
    public IReadOnlyList<RecordedFact> FactsOf(PolityAsKnown known, bool atAnyTime = false)
    {
        if (kind is not null && FactType.Named(kind) is null)
        {
            FactFilter.RequireKind(kind, known.Entities);
        }

        if (filter.Party is { } party && known.Entities.Find(party) is null)
        {
            throw QuestionProblem.BadParameter("party", $"The ledger has no entity '{party}'. GET /entities?q= finds one by its names.");
        }

        return new PolityTimeline(known).Facts(atAnyTime ? filter with { Days = new(null, null) } : filter, kind);
    }

    /// <summary>The answer around a page of items.</summary>
    /// <param name="known">The polity as known.</param>
    /// <param name="page">The page.</param>
    /// <param name="isFirst">Whether it is the first one.</param>
    public TimelineAnswer AnswerOf(PolityAsKnown known, Page<TimelineItem> page, bool isFirst = true) =>
        new()
        {
            Polity = known.Polity,
            From = filter.Days.From?.Text,
            To = filter.Days.To?.Text,
            KnownAt = new(known.LastTouched.Position, known.LastTouched.RecordedAt, known.LastTouched.Batch),
            Items = page.Items,
            Next = page.Next,
            Self = isFirst ? SelfOf(known) : null,
        };

    /// <summary>The permanent address of the answer.</summary>
    public string SelfOf(PolityAsKnown known) =>
        AddressOf(known.LastTouched.Position.ToString(CultureInfo.InvariantCulture), RulesVersion.Current);

    private string AddressOf(string? knownAt, string? rules) => Address.Of(Path, [.. Parameters, ("known-at", knownAt), ("rules", rules)]);
}
