using ArtsakhLedger.Asking;
using ArtsakhLedger.DetailedAnswers;
using ArtsakhLedger.Pages.Facts;
using ArtsakhLedger.Pages.Sources;
using ArtsakhLedger.Pages.Timeline;
using ArtsakhLedger.Preferences;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.Sources;
using ArtsakhLedger.StateAsOf;
using ArtsakhLedger.Timeline;
using Episode = ArtsakhLedger.Episodes.Episode;

namespace ArtsakhLedger.Pages.Episodes;

/// <summary>One period with everything that sources say about it.</summary>
public sealed record PeriodView : LinkingView
{
    private PeriodView(string? linkedKnownAt)
        : base(linkedKnownAt) { }

    /// <summary>The answer about the period.</summary>
    public required PeriodAnswer Answer { get; init; }

    /// <summary>The polity's id.</summary>
    public required string Polity { get; init; }

    /// <summary>What tells the ids of its headings from those of other periods on the page: nothing for the first, <c>-2</c>, <c>-3</c> …</summary>
    public required string Suffix { get; init; }

    /// <summary>Whether it is one of several on the page.</summary>
    public required bool IsOneOfSeveral { get; init; }

    /// <summary>The days on which it held.</summary>
    public required IReadOnlyList<DayRun<Certainty>> Held { get; init; }

    /// <summary>Why it is only possible on some days: "sources disagree (from 1 May 1993 to 3 June 1993)"; none where it nowhere is.</summary>
    public required IReadOnlyList<string> OnlyPossible { get; init; }

    /// <summary>Its claims as a picture in SVG.</summary>
    public required string Picture { get; init; }

    /// <summary>What changed within it: "in full at first; acting from 23 November 2022"; none where nothing did.</summary>
    public required IReadOnlyList<string> Phases { get; init; }

    /// <summary>The editors' preferences about it, in the order of record.</summary>
    public required IReadOnlyList<ClaimPreferred> Preferences { get; init; }

    /// <summary>The facts behind it, in the order of record.</summary>
    public required IReadOnlyList<FactOfEpisode> Facts { get; init; }

    /// <summary>The sources of facts.</summary>
    public required FactSources Sources { get; init; }

    /// <summary>The state of knowledge as it was asked for; null for the newest.</summary>
    public required string? KnownAt { get; init; }

    /// <param name="answer">The answer about the period.</param>
    /// <param name="whole">The answer about all periods that are asked about.</param>
    /// <param name="known">The polity as known.</param>
    /// <param name="episode">The period.</param>
    /// <param name="sources">The sources as known.</param>
    /// <param name="words">Puts facts into sentences.</param>
    /// <param name="at">The state of knowledge.</param>
    /// <param name="knownAt">The state of knowledge as it was asked for.</param>
    public static PeriodView Of(
        PeriodAnswer answer,
        EpisodeAnswer whole,
        PolityAsKnown known,
        Episode episode,
        SourceRegister sources,
        FactInWords words,
        KnownAt at,
        string? knownAt
    )
    {
        var held = new TimelineChart(known).HeldOf(episode);
        var names = new FactSources(known, sources);
        var suffix = whole.Periods is null || episode.Number == 1 ? "" : $"-{episode.Number}";
        return new(PinnedPosition.Of(knownAt, at))
        {
            Answer = answer,
            Polity = whole.Polity.Id,
            Suffix = suffix,
            IsOneOfSeveral = whole.Periods is not null,
            Held = held,
            OnlyPossible =
            [
                .. from run in OnlyPossibleDays.Of(known, episode)
                group RunsInWords.Days(run) by run.Value into days
                select $"{BasisInWords.Of(days.Key)} ({string.Join(", ", days)})",
            ],
            Picture = EpisodePicture.Draw(answer, held, names.NameOf, suffix),
            Phases = PhasesInWords.Of(episode),
            Preferences =
            [
                .. known
                    .Facts.InForce.Select(recorded => recorded.Fact)
                    .OfType<ClaimPreferred>()
                    .Where(preferred => IsIn(preferred, episode)),
            ],
            Facts =
            [
                .. episode
                    .Facts.DistinctBy(recorded => recorded.Fact.Id)
                    .Select(recorded => new FactOfEpisode(
                        recorded.Fact.Id,
                        words.Of(recorded.Fact),
                        recorded.Fact.Date?.InWords(),
                        [
                            .. recorded
                                .Fact.Citations.Select(citation => new QuoteOfFact(
                                    citation.Source,
                                    citation.Quote,
                                    sources.Find(citation.Source) is { } cited ? BibliographicText.Language(cited.Source.Csl) : null
                                ))
                                .Distinct(),
                        ],
                        recorded.Fact.Inferred
                    )),
            ],
            Sources = names,
            KnownAt = knownAt,
        };
    }

    /// <summary>Whether a preference sets something of the period aside, or prefers a fact of it.</summary>
    private static bool IsIn(ClaimPreferred preferred, Episode episode) =>
        preferred.Episode == episode.Id
        || episode.Claims.Any(claim => preferred.Over.Concat(preferred.Preferred).Contains(claim.Id))
        || episode.Facts.Any(recorded => preferred.Over.Concat(preferred.Preferred).Contains(recorded.Fact.Id));
}

/// <summary>A fact behind an episode.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Statement">What it says.</param>
/// <param name="Date">When, in English; null where no source dates it.</param>
/// <param name="Quotes">The words of its sources.</param>
/// <param name="Inferred">Whether it is inferred from sources rather than said by one.</param>
public sealed record FactOfEpisode(string Id, string Statement, string? Date, IReadOnlyList<QuoteOfFact> Quotes, bool Inferred);

/// <summary>A quote and its source.</summary>
/// <param name="Source">The id of the source.</param>
/// <param name="Quote">The words.</param>
/// <param name="Language">Their language, a BCP 47 tag; null where it is not known.</param>
public sealed record QuoteOfFact(string Source, string Quote, string? Language);
