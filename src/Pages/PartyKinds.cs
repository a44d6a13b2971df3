using ArtsakhLedger.Facts;
using ArtsakhLedger.StateAsOf;

namespace ArtsakhLedger.Pages;

/// <summary>What a region or a town is, in a word behind its name, where it stands among others: Georgia the region is not Georgia the state.</summary>
/// <param name="known">The polity that is spoken of.</param>
public sealed class PartyKinds(PolityAsKnown known)
{
    /// <summary>The word for the party of an episode; null where states, towns or whoever else is there are what is looked for, or the name tells.</summary>
    /// <param name="kind">The kind of the episode.</param>
    /// <param name="party">The id of the party.</param>
    public string? WordFor(string kind, string party) =>
        kind == EpisodeKind.RecognitionBy.Name || kind == EpisodeKind.RecognitionOf.Name ? WordFor(party)
        : kind == EpisodeKind.Twinning.Name && known.Entities.Find(party)?.Kind is not EntityKind.Municipality ? WordFor(party)
        : null;

    /// <summary>"region" or "town"; null for whatever else, which its name tells or which is a state.</summary>
    public string? WordFor(string party) =>
        known.Entities.Find(party)?.Kind switch
        {
            EntityKind.SubNational => "region",
            EntityKind.Municipality => "town",
            _ => null,
        };

    /// <summary>A sentence with the word behind the party's name, where that stands in it.</summary>
    public string WithKind(string sentence, string party, string? word)
    {
        var name = known.Entities.Refer(party).Name;
        return word is null || sentence.IndexOf(name, StringComparison.Ordinal) is not (>= 0 and var at)
            ? sentence
            : sentence.Insert(at + name.Length, $" ({word})");
    }
}
