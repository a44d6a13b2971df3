using ArtsakhLedger.Ledger;

namespace ArtsakhLedger.Corrections;

/// <summary>What the entries of the record up to some position amount to: corrections, retractions and reinstatements among them applied.
/// A pure function of the entries.</summary>
public sealed class FactsAsKnown
{
    private readonly Dictionary<string, KnownFact> byId;
    private readonly ILookup<string, RecordedFact> opinions;

    /// <param name="entries">The entries in the order of record. What they are about may only stand before them.</param>
    public FactsAsKnown(IReadOnlyList<RecordedFact> entries)
    {
        byId = new(entries.Count);
        var changes = entries.Where(entry => entry.Fact is ChangeOfFact).ToLookup(entry => ((ChangeOfFact)entry.Fact).Target);
        // Backwards, since a change may itself be changed, and only by what comes later.
        for (var i = entries.Count - 1; i >= 0; i--)
        {
            byId[entries[i].Fact.Id] = KnownFact.Of(entries[i], [.. changes[entries[i].Fact.Id]], id => byId[id].InForce);
        }

        All = [.. entries.Select(entry => byId[entry.Fact.Id])];
        InForce = [.. All.Where(known => known.InForce).Select(known => known.Current)];
        opinions = InForce.Where(entry => entry.Fact is FactCorroborated or FactDenied).ToLookup(entry => ((AboutFact)entry.Fact).Target);
    }

    /// <summary>Every event in the order of record, those taken out and those about others included.</summary>
    public IReadOnlyList<KnownFact> All { get; }

    /// <summary>Every event that is not taken out, with what it says now, in the order of record.</summary>
    public IReadOnlyList<RecordedFact> InForce { get; }

    /// <summary>The same with further entries behind it.</summary>
    public FactsAsKnown With(IEnumerable<RecordedFact> later) => new([.. All.Select(known => known.Recorded), .. later]);

    /// <summary>The event with this id, or null.</summary>
    public KnownFact? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>The corroborations and denials of a fact that are in force, in the order of record.</summary>
    public IEnumerable<RecordedFact> OpinionsOn(string fact) => opinions[fact];
}
