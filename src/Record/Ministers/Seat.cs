using ArtsakhLedger.Entities;
using ArtsakhLedger.Episodes;
using ArtsakhLedger.Facts;
using ArtsakhLedger.RulesOfTime;

namespace ArtsakhLedger.Ministers;

/// <summary>The seat that the holder of a post has.</summary>
public static class Seat
{
    /// <summary>The name of the seat within its polity: the post, and for a mission the country or organisation. Null if several people may hold the
    /// post at a time, and for a mission of which no source says where it was.</summary>
    public static string? Of(Episode episode, EntityRegister entities) => Of(episode.Thing, episode.Kind, episode.Nature, entities);

    /// <inheritdoc cref="Of(Episode, EntityRegister)"/>
    /// <param name="thing">The id of the tenure.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="nature">How the rules of time treat it.</param>
    /// <param name="entities">The entities, of which posts may be some.</param>
    public static string? Of(string thing, EpisodeKind kind, Nature nature, EntityRegister entities)
    {
        if (nature != Nature.Post || !HasOneHolder(kind, entities))
        {
            return null;
        }

        var to = Pair.PartsOf(thing.Split('/')[2]) is [var mission, _] ? mission : null;
        return to is not null ? $"{kind.Name}/{to}"
            : KnownPost.Named(kind.Name) is { IsMission: true } ? null
            : kind.Name;
    }

    private static bool HasOneHolder(EpisodeKind kind, EntityRegister entities) =>
        entities.Find(kind.Name)?.Seats is { } seats ? seats == Seats.One
        : KnownPost.Named(kind.Name) is { } known ? known.HasOneSeat
        : true;
}
