using ArtsakhLedger.Asking;
using ArtsakhLedger.Episodes;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.StateAsOf;

namespace ArtsakhLedger.DetailedAnswers;

/// <summary>Finds the relations of an entity with one polity: a pure function of what is known.</summary>
public sealed class EntityRelations(PolityAsKnown known, string entity)
{
    /// <summary>Null where no fact in force names it.</summary>
    public RelationsOfPolity? Answer(CancellationToken cancellation = default)
    {
        var episodes = known.Lives.Concat(known.Episodes).CancelledBy(cancellation).Select(EpisodeOf).OfType<EpisodeOfEntity>().ToList();
        var happened = known
            .Facts.InForce.CancelledBy(cancellation)
            .Where(recorded => Names(recorded.Fact) && !known.Facts.LinksOf(recorded.Fact).Any())
            .Select(LinkTo)
            .ToList();
        var mayBe = known
            .Facts.InForce.CancelledBy(cancellation)
            .Where(recorded => recorded.Fact.Parties().Any(party => party.MayBe.Any(Is)))
            .Select(LinkTo)
            .ToList();
        return episodes.Count + happened.Count + mayBe.Count == 0 ? null : new(known.Polity, episodes, happened, mayBe);
    }

    private EpisodeOfEntity? EpisodeOf(Episode episode)
    {
        var facts = episode.Facts.Where(recorded => Is(episode.Party) || Names(recorded.Fact)).Select(LinkTo).ToList();
        return facts.Count == 0
            ? null
            : new(episode.Id, episode.Kind.Name, known.Entities.ReferenceTo(episode.Party), EpisodeInWords.Of(known, episode), facts);
    }

    private bool Names(Fact fact) => fact.Parties().Any(party => party.Id is { } id && Is(id));

    private bool Is(string id) => known.Entities.Canonical(id) == entity;

    private static string LinkTo(RecordedFact recorded) => $"/facts/{recorded.Fact.Id}";
}
