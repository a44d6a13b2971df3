using ArtsakhLedger.Facts;
using ArtsakhLedger.StateAsOf;

namespace ArtsakhLedger.Pages;

/// <summary>Marks regions and towns where they stand among states: "Georgia (region)" is not the state of Georgia.</summary>
/// <param name="known">The polity whose parties are named.</param>
public sealed class PartyKinds(PolityAsKnown known)
{
    /// <summary>The word for the party of an episode; null where none is needed.</summary>
    /// <param name="kind">The kind of the episode.</param>
    /// <param name="party">The id of the party.</param>
    public string? WordFor(string kind, string party) =>
        kind == EpisodeKind.RecognitionBy.Name || kind == EpisodeKind.RecognitionOf.Name ? WordFor(party)
        : kind == EpisodeKind.Twinning.Name && known.Entities.Find(party)?.Kind is not EntityKind.Municipality ? WordFor(party)
        : null;

    /// <summary>"region" or "town"; null for any other party.</summary>
    public string? WordFor(string party) =>
        known.Entities.Find(party)?.Kind switch
        {
            EntityKind.SubNational => "region",
            EntityKind.Municipality => "town",
            _ => null,
        };

    /// <summary>A sentence with the word in parentheses after the party's name.</summary>
    public string WithKind(string sentence, string party, string? word)
    {
        var name = known.Entities.ReferenceTo(party).Name;
        return word is null || sentence.IndexOf(name, StringComparison.Ordinal) is not (>= 0 and var at)
            ? sentence
            : sentence.Insert(at + name.Length, $" ({word})");
    }
}
