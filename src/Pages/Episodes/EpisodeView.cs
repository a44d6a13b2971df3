using ArtsakhLedger.Asking;
using ArtsakhLedger.DetailedAnswers;
using ArtsakhLedger.Pages.Citations;
using ArtsakhLedger.Pages.Facts;
using ArtsakhLedger.Sources;
using ArtsakhLedger.StateAsOf;
using Episode = ArtsakhLedger.Episodes.Episode;

namespace ArtsakhLedger.Pages.Episodes;

/// <summary>An episode, or all periods of what held several times, with everything that sources say about it.</summary>
public sealed record EpisodeView : LinkingView
{
    private EpisodeView(string? linkedKnownAt)
        : base(linkedKnownAt) { }

    /// <summary>The answer.</summary>
    public required EpisodeAnswer Answer { get; init; }

    /// <summary>Its kind within a sentence.</summary>
    public required string KindInWords { get; init; }

    /// <summary>Its periods, in order; at least one.</summary>
    public required IReadOnlyList<PeriodView> Periods { get; init; }

    /// <summary>The state of knowledge as it was asked for; null for the newest.</summary>
    public required string? KnownAt { get; init; }

    /// <param name="answer">The answer.</param>
    /// <param name="known">The polity as known.</param>
    /// <param name="periods">The periods.</param>
    /// <param name="sources">The sources as known.</param>
    /// <param name="words">Puts facts into sentences.</param>
    /// <param name="at">The state of knowledge.</param>
    /// <param name="knownAt">The state of knowledge as it was asked for.</param>
    public static EpisodeView Of(
        EpisodeAnswer answer,
        PolityAsKnown known,
        IReadOnlyList<Episode> periods,
        SourceRegister sources,
        FactInWords words,
        KnownAt at,
        string? knownAt
    ) =>
        new(PinnedPosition.Of(knownAt, at))
        {
            Answer = answer,
            KindInWords = words.WithinSentence(answer.Kind),
            Periods =
            [
                .. periods.Zip(
                    answer.Periods ?? [answer],
                    (period, said) => PeriodView.Of(said, answer, known, period, sources, words, at, knownAt)
                ),
            ],
            KnownAt = knownAt,
        };

    /// <summary>How the page is cited.</summary>
    public PageCitation Citation(string origin) => PageCitation.Of(Answer.Statement, Answer.KnownAt, origin + Answer.Self);
}
