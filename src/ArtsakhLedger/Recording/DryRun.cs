using System.Text.Json;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.DryRuns;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Http;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.StateAsOf;
using ArtsakhLedger.Vocabulary;
using TransparencyLog;

namespace ArtsakhLedger.Recording;

/// <summary>Finds what an append would change in the answers, without appending anything: each affected polity is computed as known now,
/// and as it would be known after the append.</summary>
public sealed class DryRun(LedgerReader ledger, PolityReader polities, TimeProvider clock)
{
    /// <summary>Finds what an append would change.</summary>
    /// <param name="proposal">The facts, and the position of the record that they were checked against.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <exception cref="RequestProblem">409 for an id that is taken, which an append only finds out under its lock.</exception>
    /// <exception cref="CanonicalJsonException">A fact has a value that cannot be stored exactly.</exception>
    public async Task<DryRunAnswer> OfAsync(Proposal proposal, CancellationToken cancellation)
    {
        await RefuseAsync(proposal, cancellation);
        var at = proposal.DecidedAt;
        var entries = AsIfRecorded(proposal);
        var descriptions = await ledger.DescriptionsAsync(at, cancellation);
        IReadOnlyList<RecordedFact> described = [.. descriptions, .. entries.Where(entry => entry.Fact.Polity is null)];
        var entities = described.Count == descriptions.Count ? null : new EntityRegister(described);
        var flips = new List<Flip>();
        foreach (var polity in await TouchedAsync(proposal.Facts, entities, descriptions, at, cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            var facts = await ledger.FactsOfAsync(polity, at, cancellation);
            var before = await polities.AsKnownAsync(polity, at, cancellation);
            var after = new PolityAsKnown(
                polity,
                [.. facts, .. entries.Where(entry => entry.Fact.Polity == polity)],
                described,
                entities ?? before?.Entities,
                cancellation: cancellation
            );
            flips.AddRange(new Flips(before, after, at).All(cancellation));
        }

        return new(at, [.. proposal.Facts.Select(fact => fact.Id)], flips);
    }

    /// <summary>Rejects what otherwise only the append would reject.</summary>
    private async Task RefuseAsync(Proposal proposal, CancellationToken cancellation)
    {
        foreach (var fact in proposal.Facts)
        {
            _ = CanonicalJson.CanonicalizeStrict(JsonSerializer.SerializeToUtf8Bytes(fact, fact.GetType(), FactJson.Options));
        }

        var taken = await ledger.TakenAmongAsync([.. proposal.Facts.Select(fact => fact.Id)], cancellation);
        if (proposal.Facts.FirstOrDefault(fact => taken.Contains(fact.Id)) is { } refused)
        {
            throw Draft.IdTaken(refused.Id);
        }

        if ((await ledger.RepetitionsAsync(proposal, cancellation)) is [var repeated, ..])
        {
            throw Draft.Repeated(repeated);
        }
    }

    private List<RecordedFact> AsIfRecorded(Proposal proposal)
    {
        var (last, now) = (ledger.LastSeenHead.RecordedAt, clock.GetUtcNow());
        var next = now > last ? now : last;
        return
        [
            .. proposal.Facts.Select(
                (fact, i) =>
                    new RecordedFact(proposal.DecidedAt + 1 + i, next.AddMicroseconds(1 + i), proposal.Author, proposal.Batch, fact)
            ),
        ];
    }

    /// <summary>The polities of the facts, and those whose facts name an entity that one of these facts describes.</summary>
    private async Task<IReadOnlyCollection<string>> TouchedAsync(
        IReadOnlyList<Fact> facts,
        EntityRegister? after,
        IReadOnlyList<RecordedFact> descriptions,
        long at,
        CancellationToken cancellation
    )
    {
        var touched = new SortedSet<string>(facts.Select(fact => fact.Polity).OfType<string>(), StringComparer.Ordinal);
        var about = after is null ? [] : facts.Where(fact => fact.Polity is null).SelectMany(fact => EntitiesIn(fact, after)).ToHashSet();
        if (about.Count > 0)
        {
            var before = new EntityRegister(descriptions);
            about.UnionWith([.. about.SelectMany(before.IdsOf), .. about.SelectMany(after!.IdsOf)]);
            touched.UnionWith(await ledger.PolitiesNamingAsync(about, at, cancellation));
            touched.UnionWith(
                (await ledger.PolitiesAsync(cancellation))
                    .Where(polity => polity.Position <= at)
                    .Select(polity => polity.Polity)
                    .Where(about.Contains)
            );
        }

        return touched;
    }

    private static IEnumerable<string> EntitiesIn(Fact fact, EntityRegister entities) =>
        fact switch
        {
            EntityDescribed described => [described.Entity],
            EntitiesIdentified identity => [identity.Entity, identity.SameAs],
            AboutFact about when entities.Descriptions.Find(about.Target) is { } target => EntitiesIn(target.Recorded.Fact, entities)
                .Concat(EntitiesIn(target.Content, entities)),
            _ => [],
        };
}
