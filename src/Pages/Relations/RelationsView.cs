using ArtsakhLedger.Asking;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Pages.Citations;
using ArtsakhLedger.Relations;
using ArtsakhLedger.Sources;
using ArtsakhLedger.StateAsOf;

namespace ArtsakhLedger.Pages.Relations;

/// <summary>What held between a polity and another entity on a date.</summary>
public sealed record RelationsView : LinkingView
{
    private RelationsView(string? linkedKnownAt)
        : base(linkedKnownAt) { }

    /// <summary>The answer.</summary>
    public required RelationsAnswer Answer { get; init; }

    /// <summary>The date as it was typed.</summary>
    public required string Typed { get; init; }

    /// <summary>What the date was understood as.</summary>
    public required DateExplanation Understood { get; init; }

    /// <summary>The sources of facts.</summary>
    public required FactSources Sources { get; init; }

    /// <summary>The state of knowledge as it was asked for; null for the newest.</summary>
    public required string? KnownAt { get; init; }

    /// <summary>When: "on 1 June 2006", "in 1997".</summary>
    public string When => DaysInWords.When(Answer.On);

    /// <summary>The heading of the page.</summary>
    public string Title => PartyNames.WithCapitalArticle($"{Answer.Polity.InText} and {Answer.Entity.InText} {When}");

    /// <summary>The path of the page.</summary>
    public string Path => $"/polities/{Answer.Polity.Id}/relations/{Answer.Entity.Id}";

    /// <summary>Everything that is recorded between the two, at any time.</summary>
    public string AtAnyTime =>
        Address.Of($"/polities/{Answer.Polity.Id}/timeline", ("party", Answer.Entity.Id), ("on", Typed), ("known-at", KnownAt));

    /// <param name="answer">The answer.</param>
    /// <param name="typed">The date as it was typed.</param>
    /// <param name="known">The polity as known.</param>
    /// <param name="at">The state of knowledge.</param>
    /// <param name="knownAt">The state of knowledge as it was asked for.</param>
    /// <param name="sources">The sources as known.</param>
    public static RelationsView Of(
        RelationsAnswer answer,
        string typed,
        PolityAsKnown known,
        KnownAt at,
        string? knownAt,
        SourceRegister sources
    ) =>
        new(PinnedPosition.Of(knownAt, at))
        {
            Answer = answer,
            Typed = typed,
            Understood = DateExplanation.Of(typed),
            Sources = new(known, sources),
            KnownAt = knownAt,
        };

    /// <summary>How the page is cited.</summary>
    public PageCitation Citation(string origin) => PageCitation.Of(Title, Answer.KnownAt, origin + Answer.Self);
}
