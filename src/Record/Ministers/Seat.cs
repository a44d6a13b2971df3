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
    public static string? Of(Episode episode, EntityRegister entities)
    {
        if (episode.Nature != Nature.Post || !HasOneHolder(episode.Kind, entities))
        {
            return null;
        }

        var to = Pair.PartsOf(episode.Id.Split('/')[2]) is [var mission, _] ? mission : null;
        return to is not null ? $"{episode.Kind.Name}/{to}"
            : KnownPost.Named(episode.Kind.Name) is { IsMission: true } ? null
            : episode.Kind.Name;
    }

    private static bool HasOneHolder(EpisodeKind kind, EntityRegister entities) =>
        entities.Find(kind.Name)?.Seats is { } seats ? seats == Seats.One
        : KnownPost.Named(kind.Name) is { } known ? known.HasOneSeat
        : true;
}
