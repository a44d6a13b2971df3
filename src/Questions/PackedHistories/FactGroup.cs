using ArtsakhLedger.Corrections;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Preferences;

namespace ArtsakhLedger.PackedHistories;

/// <summary>A fact with all entries about it: its corrections and retractions, those that corroborate or deny it, and in turn the entries
/// about these. Its content depends on nothing else.</summary>
internal sealed class FactGroup
{
    private readonly List<RecordedFact> entries = [];

    /// <summary>The entries in the order of record.</summary>
    public IReadOnlyList<RecordedFact> Entries => entries;

    /// <summary>The things that it affects as known now.</summary>
    public IReadOnlyCollection<string> AffectedThings { get; private set; } = [];

    /// <summary>Whether it settles a dispute.</summary>
    public bool IsPreference => entries[0].Fact is ClaimPreferred;

    public void Add(RecordedFact entry) => entries.Add(entry);

    /// <summary>Takes in another group, in the order of record.</summary>
    public void Add(FactGroup other)
    {
        entries.AddRange(other.entries);
        entries.Sort((one, another) => one.Position.CompareTo(another.Position));
    }

    public void FindLinks(EntityRegister entities) =>
        AffectedThings = [
            .. new FactsAsKnown(entries)
                .InForce.SelectMany(entry => entry.Fact.EpisodeLinks())
                .Select(said => entities.Identify(said).Link.Thing)
                .Distinct(),
        ];
}
