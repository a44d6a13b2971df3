using System.Globalization;
using ArtsakhLedger.Asking;
using ArtsakhLedger.Changes;
using ArtsakhLedger.Episodes;
using ArtsakhLedger.RulesOfTime;
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
        var (known, episode, at) = await FindAsync(ledger, polities, cancellation);
        return (Answer(known, episode), at);
    }

    /// <summary>Finds the episode and its polity.</summary>
    /// <exception cref="QuestionProblem">404 for an episode that the ledger does not know, or a position beyond the head.</exception>
    public async Task<(PolityAsKnown Known, Episode Episode, KnownAt At)> FindAsync(
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
            && EpisodeIn(known) is { } episode
            ? (known, episode, at)
            : throw QuestionProblem.NotFound(
                "episode",
                $"The ledger has no episode '{(Id.Length > 200 ? Id[..200] + "…" : Id)}'{(KnownAt is null ? "" : " at that position")}. Episodes are named as in the entries of GET /polities/{{polity}}/state{await Example.OfEpisodeAsync(ledger, polity, cancellation)}."
            );
    }

    /// <summary>The answer about an episode.</summary>
    public static EpisodeAnswer Answer(PolityAsKnown known, Episode episode)
    {
        var resolved = episode == known.Life ? known.Resolution.Life : known.Resolution[episode.Id];
        var details = EntryDetails.Of(episode, Day.MaxValue, known.Entities);
        var party = known.Entities.ReferenceTo(episode.Party);
        var setAside = known.SetAside.In(episode.Id);
        var changes = ChangesBetweenDates.Of(known);
        var touched = known.LastTouched;
        return new()
        {
            Episode = episode.Id,
            Kind = episode.Kind.Name,
            Polity = known.Polity,
            Party = party,
            Statement = EpisodeInWords.Of(known, episode),
            Start = ClaimedDates.StartOf(episode, resolved),
            End = ClaimedDates.EndOf(episode, resolved),
            Claims = [.. episode.Claims.Select(claim => ClaimOf(claim, setAside.Where(aside => aside.Id == claim.Id)))],
            Attestations =
            [
                .. episode.Attestations.Select(attestation => new AttestationAnswer(
                    attestation.Fact,
                    attestation.Date?.ToString(),
                    attestation.Sources,
                    setAside.Any(aside => aside.Id == attestation.Fact)
                )),
            ],
            Denials =
            [
                .. episode.Denials.Select(denial => new DenialAnswer(
                    denial.Fact,
                    denial.OfEnd ? "end" : "fact",
                    denial.Sources,
                    setAside.Any(aside => aside.Id == denial.Fact)
                )),
            ],
            Readings = ClaimedDates.ReadingsOf(episode, setAside, resolved),
            LastAttested = ClaimedDates.LastAttestedOf(episode, setAside)?.ToString(),
            OutsidePolity = resolved.OutsidePolity,
            Inferred = episode.Inferred,
            Details = details.Count == 0 ? null : details,
            Changes = [.. (episode == known.Life ? changes.OfExistence() : changes.Of(episode)).Select(changes.AnswerOf)],
            Facts = [.. episode.Facts.Select(recorded => $"/facts/{recorded.Fact.Id}")],
            KnownAt = new(touched.Position, touched.RecordedAt, touched.Batch),
            Self = Address.Of(
                $"/episodes/{episode.Id}",
                ("known-at", touched.Position.ToString(CultureInfo.InvariantCulture)),
                ("rules", RulesVersion.Current)
            ),
        };
    }

    private static ClaimAnswer ClaimOf(EpisodeClaim claim, IEnumerable<SetAside> setAside)
    {
        var bounds = setAside
            .SelectMany(aside => new[] { aside.Start ? BoundName.Start : (BoundName?)null, aside.End ? BoundName.End : null })
            .OfType<BoundName>()
            .Distinct()
            .ToList();
        return new(
            claim.Id,
            claim.Source,
            claim.Start?.ToString(),
            claim.EndIsOpen ? ".." : claim.End?.ToString(),
            claim.EndIsUndated,
            bounds.Count == 0 ? null : bounds,
            [.. claim.StartFacts.Union(claim.EndFacts).Select(fact => $"/facts/{fact}")]
        );
    }

    /// <summary>The episode with this id, after replacing merged ids of entities.</summary>
    private Episode? EpisodeIn(PolityAsKnown known)
    {
        var canonical = known.Entities.CanonicalEpisode(Id);
        return known.Life?.Id == canonical ? known.Life : known.Episodes.FirstOrDefault(episode => episode.Id == canonical);
    }
}
