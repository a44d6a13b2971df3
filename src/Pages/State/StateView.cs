using ArtsakhLedger.Asking;
using ArtsakhLedger.Changes;
using ArtsakhLedger.DetailedAnswers;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Pages.Citations;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.Sources;
using ArtsakhLedger.StateAsOf;
using Edtf;

namespace ArtsakhLedger.Pages.State;

/// <summary>The state of a polity on a date, with links to other dates, kinds and states of knowledge.</summary>
public sealed record StateView : LinkingView
{
    private readonly StateQuestion question;

    private StateView(StateQuestion question, string? linkedKnownAt)
        : base(linkedKnownAt) => this.question = question;

    /// <summary>The answer.</summary>
    public required StateAnswer Answer { get; init; }

    /// <summary>The date as it was typed.</summary>
    public required string Typed { get; init; }

    /// <summary>What the date was understood as.</summary>
    public required DateExplanation Understood { get; init; }

    /// <summary>The state of knowledge as it was asked for; null for the newest.</summary>
    public string? KnownAt => question.KnownAt;

    /// <summary>The kind that was asked for; null for all.</summary>
    public string? Kind => question.Kind?.Name;

    /// <summary>The states of knowledge to choose from.</summary>
    public required IReadOnlyList<KnowledgeChoice> Choices { get; init; }

    /// <summary>The last day of a change before the date; null where there is none.</summary>
    public required Day? Before { get; init; }

    /// <summary>The first day of a change after the date; null where there is none.</summary>
    public required Day? After { get; init; }

    /// <summary>What changes on the date itself.</summary>
    public required IReadOnlyList<Change> Now { get; init; }

    /// <summary>What changes on <see cref="After"/>.</summary>
    public required IReadOnlyList<Change> Next { get; init; }

    /// <summary>The life of the polity; null where nothing ever changes.</summary>
    public required LifeLine? Life { get; init; }

    /// <summary>The kinds of episodes that the polity has and that can be asked for, without posts that are entities.</summary>
    public required IReadOnlyList<string> Kinds { get; init; }

    /// <summary>The posts that are entities of which the polity has holders: there may be hundreds.</summary>
    public required IReadOnlyList<string> OtherPosts { get; init; }

    /// <summary>The polities before and after it.</summary>
    public required Successions Successions { get; init; }

    /// <summary>What the polity was called on the date: the official name in force then, or else the name that answers use.</summary>
    public required string CalledThen { get; init; }

    /// <summary>The heading of a kind.</summary>
    public required Func<string, string> KindInWords { get; init; }

    /// <summary>A kind within a sentence.</summary>
    public required Func<string, string> KindWithin { get; init; }

    /// <summary>The sources of facts.</summary>
    public required FactSources Sources { get; init; }

    /// <summary>Which parties are regions or towns.</summary>
    public required PartyKinds Parties { get; init; }

    /// <summary>The date asked, in English: "on 1 June 2006".</summary>
    public string When => DaysInWords.When(question.On.Text);

    /// <summary>The entries, kind by kind.</summary>
    public IEnumerable<IGrouping<string, Entry>> ByKind => Answer.Entries.GroupBy(entry => entry.Kind);

    /// <param name="question">The question.</param>
    /// <param name="typed">The date as it was typed.</param>
    /// <param name="known">The polity as known.</param>
    /// <param name="at">The state of knowledge.</param>
    /// <param name="batches">The polity's batches, in the order of record.</param>
    /// <param name="sources">The sources as known.</param>
    /// <param name="successions">The polities before and after it.</param>
    /// <param name="cancellation">Cancels the work.</param>
    public static StateView Of(
        StateQuestion question,
        string typed,
        PolityAsKnown known,
        KnownAt at,
        IReadOnlyList<RecordedBatch> batches,
        SourceRegister sources,
        Successions successions,
        CancellationToken cancellation = default
    )
    {
        var steps = ChangeSteps.Of(known, cancellation);
        var (on, kind) = (question.On, question.Kind);
        var next = steps.After(on.Last, kind);
        var kinds = known
            .Episodes.Select(episode => episode.Kind)
            .Distinct()
            .OrderBy(one => one.Order)
            .ThenBy(one => one.Name, StringComparer.Ordinal)
            .ToList();
        return new(question, PinnedPosition.Of(question.KnownAt, at))
        {
            Answer = question.Answer(known, cancellation),
            Typed = typed,
            Understood = DateExplanation.Of(typed),
            Choices = KnowledgeChoice.Among(batches, question.KnownAt),
            Before = steps.Before(on.First, kind),
            After = next,
            Now = steps.Within(on.First, on.Last, kind),
            Next = next is { } day ? steps.Within(day, day, kind) : [],
            Life = LifeLine.Of(known, steps.Days(kind), on),
            Kinds = [.. kinds.Where(one => one.IsKnown).Select(one => one.Name)],
            OtherPosts = [.. kinds.Where(one => !one.IsKnown).Select(one => one.Name)],
            Sources = new(known, sources),
            Parties = new(known),
            Successions = successions,
            CalledThen = known.OfficialNameOn(question.On) is { } official ? PartyNames.AsSentence(official) : known.Polity.Name,
            KindInWords = kind => EpisodeKindInWords.Of(kind, known.Entities),
            KindWithin = kind => EpisodeKindInWords.Within(kind, known.Entities),
        };
    }

    /// <summary>The date that the page of a polity opens with, in EDTF: the last day on which it certainly existed, or else the last day that the record covers.</summary>
    public static string DefaultDate(PolityAsKnown known)
    {
        var recordDate = StateOnDate.RecordDateOf(known.LastTouched.RecordedAt);
        var ends = ChangesBetweenDates
            .Of(known)
            .OfExistence()
            .Where(change => change.Before == Certainty.Certain && change.Day <= recordDate.DayNumber + 1)
            .Select(change => change.Day - 1)
            .ToList();
        return (ends.Count == 0 ? recordDate : Day.FromDayNumber(ends[^1])).InEdtf();
    }

    /// <summary>The address of the state of a polity.</summary>
    /// <param name="polity">The polity's id.</param>
    /// <param name="on">The date, in EDTF; null for the polity's default date.</param>
    /// <param name="knownAt">The state of knowledge; null for the newest.</param>
    /// <param name="kind">Only this kind of episode; null for all.</param>
    public static string AddressOf(string polity, string? on, string? knownAt, string? kind = null) =>
        StateQuestion.AddressOf(polity, on, knownAt, kind);

    /// <summary>The same page for another date.</summary>
    public string AddressOn(string on) => StateQuestion.AddressOf(question.Polity, on, KnownAt, Kind, null, question.Sources);

    /// <summary>The same page as known at another time.</summary>
    public string AddressAt(string? knownAt) => StateQuestion.AddressOf(question.Polity, Typed, knownAt, Kind, null, question.Sources);

    /// <summary>The same page for another kind; null for all.</summary>
    public string AddressFor(string? kind) => AddressOf(question.Polity, Typed, KnownAt, kind);

    /// <summary>How the page is cited.</summary>
    public PageCitation Citation(string origin) =>
        PageCitation.Of($"{CalledThen} {When}{(Kind is null ? "" : $": {KindWithin(Kind)}")}", Answer.KnownAt, origin + Answer.Self);
}
