using System.Globalization;
using ArtsakhLedger.Asking;
using ArtsakhLedger.Episodes;
using ArtsakhLedger.StateAsOf;
using Edtf;

namespace ArtsakhLedger.DetailedAnswers;

/// <summary>A question about one episode, the same over HTTP and on the command line.</summary>
/// <param name="Id">The episode's id; entities in it may have ids that were merged into others.</param>
/// <param name="KnownAt">The state of knowledge; null for the head.</param>
public sealed record EpisodeQuestion(string Id, string? KnownAt)
{
    /// <exception cref="QuestionProblem">410 for a version of the rules that this program no longer has.</exception>
    public static EpisodeQuestion Parse(string id, string? knownAt, string? rules)
    {
        var question = new EpisodeQuestion(id, knownAt);
        RulesVersion.Require(rules, Address.Of($"/episodes/{id}", ("known-at", knownAt)));
        return question;
    }

    /// <summary>Answers it.</summary>
    /// <exception cref="QuestionProblem">404 for an episode that the ledger does not know, or a position beyond the head.</exception>
    public async Task<(EpisodeAnswer Answer, KnownAt Known)> AnswerAsync(
        ILedger ledger,
        PolityReader polities,
        CancellationToken cancellation
    )
    {
        var (known, periods, at) = await FindAsync(ledger, polities, cancellation);
        return (Answer(known, periods), at);
    }

    /// <summary>Finds the periods asked about, and their polity: all of a thing, or the one with a number.</summary>
    /// <exception cref="QuestionProblem">404 for an episode that the ledger does not know, or a position beyond the head.</exception>
    public async Task<(PolityAsKnown Known, IReadOnlyList<Episode> Periods, KnownAt At)> FindAsync(
        ILedger ledger,
        PolityReader polities,
        CancellationToken cancellation
    )
    {
        var polity = Id.Split('/')[0];
        var at = await Asking.KnownAt.ResolveAsync(ledger, KnownAt, polity, cancellation);
        return
            Id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '/')
            && await polities.AsKnownAsync(polity, at.Position, cancellation) is { } known
            && PeriodsIn(known) is { Count: > 0 } periods
            ? (known, periods, at)
            : throw QuestionProblem.NotFound(
                "episode",
                $"The ledger has no episode '{(Id.Length > 200 ? Id[..200] + "…" : Id)}'{(KnownAt is null ? "" : " at that position")}. Episodes are named as in the entries of GET /polities/{{polity}}/state, such as artsakh/office/paris."
            );
    }

    /// <summary>The answer about a period, or about all periods of a thing.</summary>
    public static EpisodeAnswer Answer(PolityAsKnown known, IReadOnlyList<Episode> periods)
    {
        var answers = periods.Select(period => PeriodAnswers.Of(known, period)).ToList();
        var (first, touched) = (periods[0], known.LastTouched);
        return new()
        {
            Episode = periods.Count > 1 ? first.Thing : first.Id,
            Kind = first.Kind.Name,
            Polity = known.Polity,
            Party = known.Entities.ReferenceTo(first.Party),
            Thing = periods.Count > 1 || first.Id == first.Thing ? null : first.Thing,
            Statement = periods.Count > 1 ? EpisodeInWords.Of(known, periods) : answers[0].Statement,
            Start = answers[0].Start,
            End = answers[^1].End,
            Claims = [.. answers.SelectMany(answer => answer.Claims)],
            Attestations = [.. answers.SelectMany(answer => answer.Attestations).DistinctBy(attestation => attestation.Fact)],
            Denials = [.. answers.SelectMany(answer => answer.Denials)],
            Readings = [.. answers.SelectMany(answer => answer.Readings)],
            OnlyPossible = periods.Count > 1 ? null : answers[0].OnlyPossible,
            LastAttested = answers.Select(answer => answer.LastAttested).OfType<string>().LastOrDefault(),
            OutsidePolity = answers.Exists(answer => answer.OutsidePolity),
            Inferred = answers.Exists(answer => answer.Inferred),
            Details = periods.Count > 1 ? null : answers[0].Details,
            Changes = [.. answers.SelectMany(answer => answer.Changes).OrderBy(change => Day.Parse(change.Day!).DayNumber)],
            Facts = [.. answers.SelectMany(answer => answer.Facts).Distinct()],
            Periods = periods.Count > 1 ? answers : null,
            KnownAt = new(touched.Position, touched.RecordedAt, touched.Batch),
            Self = Address.Of(
                $"/episodes/{(periods.Count > 1 ? first.Thing : first.Id)}",
                ("known-at", touched.Position.ToString(CultureInfo.InvariantCulture)),
                ("rules", RulesVersion.Current)
            ),
        };
    }

    /// <summary>The periods of the thing with this id, or the one period, after replacing merged ids of entities.</summary>
    private IReadOnlyList<Episode> PeriodsIn(PolityAsKnown known)
    {
        var canonical = known.Entities.CanonicalEpisode(Id);
        return known.PeriodsOf(canonical) is { Count: > 0 } periods ? periods
            : known.Find(canonical) is { } period ? [period]
            : [];
    }
}
