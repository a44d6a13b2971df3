using ArtsakhLedger.Asking;
using ArtsakhLedger.Contradictions;
using ArtsakhLedger.Episodes;
using ArtsakhLedger.Pages.Citations;
using ArtsakhLedger.Pages.Facts;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.StateAsOf;

namespace ArtsakhLedger.Pages.Contradictions;

/// <summary>What sources say of a polity that cannot all be true, and what rests on one source.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Statements">The statement of each episode, by its id.</param>
/// <param name="Terms">The term of each episode, by its id.</param>
/// <param name="FactsInWords">What each fact says, by its address.</param>
/// <param name="KnownAt">The state of knowledge as it was typed; null for the newest.</param>
/// <param name="Position">The position that links name; null for the newest.</param>
public sealed record ContradictionsView(
    ContradictionsAnswer Answer,
    Func<string, string> Statements,
    Func<string, string> Terms,
    Func<string, string> FactsInWords,
    string? KnownAt,
    string? Position
) : LinkingView(Position)
{
    /// <summary>The title of the page.</summary>
    public string Title => $"{Answer.Polity.Name}: contradictions";

    public IEnumerable<IGrouping<ContradictionType, ContradictionAnswer>> ByType => Answer.Items.GroupBy(item => item.Type);

    /// <summary>How the page is cited; null after the first page of a list.</summary>
    public PageCitation? Citation(string origin) => Answer.Self is { } self ? PageCitation.Of(Title, Answer.KnownAt, origin + self) : null;

    /// <param name="answer">The answer.</param>
    /// <param name="known">The polity as known.</param>
    /// <param name="words">Puts facts into sentences.</param>
    /// <param name="at">The state of knowledge.</param>
    /// <param name="knownAt">The state of knowledge as it was typed.</param>
    public static ContradictionsView Of(ContradictionsAnswer answer, PolityAsKnown known, FactInWords words, KnownAt at, string? knownAt) =>
        new(answer, StatementsOf(known), TermsOf(known), words.AtAddress, knownAt, PinnedPosition.Of(knownAt, at));

    private static Func<string, string> StatementsOf(PolityAsKnown known)
    {
        return id => known.Find(id) is { } episode ? EpisodeInWords.Of(known, episode) : $"{known.Polity.Name} existed";
    }

    private static Func<string, string> TermsOf(PolityAsKnown known) =>
        id => known.Find(id) is { } episode ? TermOf(episode, known.ResolvedOf(episode)) : "";

    /// <summary>What a type of contradiction is called, and what it means.</summary>
    public static (string Heading, string Meaning) InWords(ContradictionType type) =>
        type switch
        {
            ContradictionType.Impossible => ("Impossible by itself", "No start and end fit what one source says."),
            ContradictionType.OutsidePolity => (
                "Outside the polity’s life",
                "A source has it before the state began or after it ended. It is shown as the source says, and the rule is waived."
            ),
            ContradictionType.Seat => (
                "Two holders of one post",
                "Sources have two holders at once of a post that has one. Both are shown as the sources say."
            ),
            ContradictionType.Order => (
                "Periods out of order",
                "Sources have one period begin before the one before it ended. Both are shown as the sources say."
            ),
            ContradictionType.NothingLeft => (
                "Nothing left",
                "The rules together would leave no day for what a source says. It is shown as the source says."
            ),
            ContradictionType.RivalReadings => (
                "Rival readings",
                "Sources cannot all be right. The answers are only possible where they differ."
            ),
            ContradictionType.Unmatched => (
                "Done by nobody who is left",
                "A source leaves a party unnamed. None of those that it could be can have done it on that date, by what is known of them."
            ),
            ContradictionType.Noted => (
                "Noted by an editor",
                "Sources differ in what their dates do not show: who acted, how many voted, of what kind it was."
            ),
            ContradictionType.SetAside => (
                "Set aside by an editor",
                "An editor preferred another claim, with a reason. What was set aside stays visible."
            ),
            _ => ("Resting on one source", "Nothing contradicts it, and nothing else confirms it."),
        };

    private static string TermOf(Episode episode, ResolvedEpisode resolved) =>
        TermInWords.Of(
            ClaimedDates.ReadingsOf(episode, resolved),
            ClaimedDates.StartOf(episode, resolved),
            ClaimedDates.EndOf(episode, resolved)
        );
}
