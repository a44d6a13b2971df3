using ArtsakhLedger.Facts;
using ArtsakhLedger.Ledger;

namespace ArtsakhLedger.Corrections;

/// <summary>The facts as known at a position: the entries up to it, with corrections, retractions and reinstatements applied. A pure
/// function of the entries.</summary>
public sealed class FactsAsKnown
{
    private readonly Dictionary<string, KnownFact> byId;
    private readonly ILookup<string, RecordedFact> opinions;
    private HashSet<string>? opened;

    /// <param name="entries">The entries in the order of record. An entry can only be about an earlier one.</param>
    public FactsAsKnown(IReadOnlyList<RecordedFact> entries)
    {
        byId = new(entries.Count);
        var changes = entries.Where(entry => entry.Fact is ChangeOfFact).ToLookup(entry => ((ChangeOfFact)entry.Fact).Target);
        // Backwards, because a change may itself be changed by a later one.
        for (var i = entries.Count - 1; i >= 0; i--)
        {
            byId[entries[i].Fact.Id] = KnownFact.Of(entries[i], [.. changes[entries[i].Fact.Id]], id => byId[id].InForce);
        }

        All = [.. entries.Select(entry => byId[entry.Fact.Id])];
        InForce = [.. All.Where(known => known.InForce).Select(known => known.Current)];
        InForce = WithIdentifiedAsCorroborations(InForce);
        opinions = InForce.Where(entry => entry.Fact is FactCorroborated or FactDenied).ToLookup(entry => ((AboutFact)entry.Fact).Target);
    }

    /// <summary>Every entry in the order of record, retracted ones and those about others included.</summary>
    public IReadOnlyList<KnownFact> All { get; }

    /// <summary>Every entry that is not retracted, with its current content, in the order of record. A fact that is the same act as another is here
    /// as a corroboration of that one.</summary>
    public IReadOnlyList<RecordedFact> InForce { get; }

    /// <summary>The facts as known after further entries.</summary>
    public FactsAsKnown With(IEnumerable<RecordedFact> later) => new([.. All.Select(known => known.Recorded), .. later]);

    /// <summary>The entry with this id; null if there is none.</summary>
    public KnownFact? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>The corroborations and denials of a fact that are in force, in the order of record.</summary>
    public IEnumerable<RecordedFact> OpinionsOn(string fact) => opinions[fact];

    /// <summary>The episodes that a fact has to do with, as these facts are known.</summary>
    public IEnumerable<EpisodeLink> LinksOf(Fact fact) =>
        fact.EpisodeLinks().Where(link => !link.OnlyWhereOpened || Opened().Contains(link.Episode));

    private HashSet<string> Opened() =>
        opened ??= [.. from entry in InForce from link in entry.Fact.EpisodeLinks() where !link.OnlyWhereOpened select link.Episode];

    private static IReadOnlyList<RecordedFact> WithIdentifiedAsCorroborations(IReadOnlyList<RecordedFact> inForce)
    {
        var sameAs = new Dictionary<string, string>();
        foreach (var identity in inForce.Select(entry => entry.Fact).OfType<FactsIdentified>())
        {
            var remains = Remaining(identity.Target);
            if (remains != identity.Same)
            {
                sameAs.TryAdd(identity.Same, remains);
            }
        }

        return sameAs.Count == 0 ? inForce : [.. inForce.Select(Identified)];

        string Remaining(string id)
        {
            while (sameAs.TryGetValue(id, out var other))
            {
                id = other;
            }

            return id;
        }

        RecordedFact Identified(RecordedFact entry) =>
            sameAs.ContainsKey(entry.Fact.Id) ? entry with { Fact = AsCorroboration(entry.Fact, Remaining(entry.Fact.Id)) }
            : entry.Fact is FactCorroborated or FactDenied && (AboutFact)entry.Fact is var opinion && sameAs.ContainsKey(opinion.Target)
                ? entry with
                {
                    Fact = opinion with { Target = Remaining(opinion.Target) },
                }
            : entry;
    }

    private static FactCorroborated AsCorroboration(Fact fact, string of) =>
        new()
        {
            Id = fact.Id,
            Target = of,
            Polity = fact.Polity,
            Date = fact.Date,
            Note = fact.Note,
            Inferred = fact.Inferred,
            Citations = fact.Citations,
        };
}
