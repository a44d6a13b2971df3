using System.Globalization;
using ArtsakhLedger.Asking;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Sources;
using ArtsakhLedger.StateAsOf;
using ArtsakhLedger.Vocabulary;

namespace ArtsakhLedger.Provenance;

/// <summary>Finds how a fact's statements lead to the quoted passages.</summary>
public sealed class ProvenanceReader(ILedger ledger, SourceReader sources, PolityReader polities)
{
    /// <summary>Answers for one fact.</summary>
    /// <param name="id">The fact's id.</param>
    /// <param name="knownAt">As known at a position, a batch or an instant; null for the head.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <exception cref="QuestionProblem">404 for a fact that was not known then.</exception>
    public async Task<(ProvenanceAnswer Answer, KnownAt Known)> AnswerAsync(string id, string? knownAt, CancellationToken cancellation)
    {
        var known = await KnownAt.ResolveAsync(ledger, knownAt, null, cancellation);
        return (await AnswerAsync(id, await FactVersions.FindAsync(ledger, id, known, cancellation), known, cancellation), known);
    }

    /// <summary>Answers for a fact that has already been read.</summary>
    /// <param name="id">The fact's id.</param>
    /// <param name="facts">The fact with all entries about it.</param>
    /// <param name="known">The state of knowledge that it was read at.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    public async Task<ProvenanceAnswer> AnswerAsync(string id, FactsAsKnown facts, KnownAt known, CancellationToken cancellation)
    {
        var fact = facts.Find(id)!;
        var (register, _) = await sources.RegisterAsync(known.Position, cancellation);
        var polity = fact.Content.Polity is { } about ? await polities.AsKnownAsync(about, known.Position, cancellation) : null;
        List<RecordedFact> quoting =
        [
            fact.Current with
            {
                Author = fact.Version.Author,
                RecordedAt = fact.Version.RecordedAt,
            },
            .. facts.OpinionsOn(id).OrderBy(opinion => opinion.Fact is FactDenied),
        ];
        var touched = facts
            .All.Select(entry => entry.Recorded)
            .Concat(
                quoting
                    .SelectMany(entry => entry.Fact.Citations)
                    .Select(citation => register.Find(citation.Source)?.LastTouched)
                    .OfType<RecordedFact>()
            )
            .Concat(polity is null ? [] : [polity.LastTouched])
            .MaxBy(entry => entry.Position)!;
        return new()
        {
            Fact = $"/facts/{id}",
            Type = FactType.Of(fact.Content).Name,
            Date = fact.Content.Date,
            InForce = fact.InForce,
            Inferred = fact.Content.Inferred,
            Statements = polity is null ? [] : StatementsOf(id, polity),
            Versions = [.. FactVersions.Of(id, facts).Select(version => StepOf(id, version))],
            Citations = [.. quoting.SelectMany(entry => PassagesOf(entry, register))],
            History = $"/facts/{id}/history",
            KnownAt = new(touched.Position, touched.RecordedAt, touched.Batch),
            Self = $"/facts/{id}/provenance?known-at={touched.Position.ToString(CultureInfo.InvariantCulture)}",
        };
    }

    private static IReadOnlyList<StatedEpisode> StatementsOf(string id, PolityAsKnown polity) =>
        [
            .. from episode in polity.Life is { } life ? polity.Episodes.Prepend(life) : polity.Episodes
            where episode.Facts.Any(entry => entry.Fact.Id == id)
            select new StatedEpisode(episode.Id, EpisodeInWords.Of(polity, episode)),
        ];

    private static VersionStep StepOf(string id, FactVersion version) =>
        new(
            $"/facts/{id}?known-at={version.By.Position.ToString(CultureInfo.InvariantCulture)}",
            $"/facts/{version.By.Fact.Id}",
            FactType.Of(version.By.Fact).Name,
            version.By.Position,
            version.By.RecordedAt,
            version.By.Author,
            version.Reason,
            version.InForce
        );

    private static IEnumerable<QuotedPassage> PassagesOf(RecordedFact entry, SourceRegister register)
    {
        foreach (var citation in entry.Fact.Citations)
        {
            var source = register.Find(citation.Source)?.Source;
            var snapshot = source?.SnapshotOf(citation);
            yield return new(
                $"/facts/{entry.Fact.Id}",
                entry.Fact switch
                {
                    FactCorroborated => CitedFor.Corroboration,
                    FactDenied => CitedFor.Denial,
                    _ => CitedFor.Fact,
                },
                entry.Author,
                entry.RecordedAt,
                citation.Quote,
                citation.Prefix,
                citation.Suffix,
                citation.Start,
                citation.End,
                citation.Locator,
                snapshot is null ? null : PlacesOf(citation, snapshot),
                snapshot is null ? null : new(snapshot.Sha256, snapshot.Length),
                new(
                    $"/sources/{source?.Source ?? citation.Source}",
                    source?.Csl["title"]?.ToString(),
                    source?.Csl,
                    source?.Licence,
                    source?.ExcerptOnly ?? false,
                    $"/sources/{source?.Source ?? citation.Source}/passages"
                )
            );
        }
    }

    private static IReadOnlyList<PassagePlace> PlacesOf(Citation citation, Snapshot snapshot) =>
        [
            .. from passage in snapshot.Passages
            where passage.Start < citation.End && passage.End() > citation.Start
            select new PassagePlace(passage.Start, passage.End(), passage.Sha256),
        ];
}
