using ArtsakhLedger.Facts;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Recognitions;

namespace ArtsakhLedger.Corrections;

/// <summary>The facts as known at a position: the entries up to it, with corrections, retractions and reinstatements applied. A pure
/// function of the entries.</summary>
public sealed class FactsAsKnown
{
    private readonly List<RecordedFact> entries;
    private readonly Dictionary<string, KnownFact> byId;
    private readonly Dictionary<string, List<RecordedFact>> changes = [];
    private volatile Lists? lists;
    private volatile HashSet<string>? opened;

    /// <param name="entries">The entries in the order of record. An entry can only be about an earlier one.</param>
    public FactsAsKnown(IReadOnlyList<RecordedFact> entries)
    {
        this.entries = [.. entries];
        byId = new(entries.Count);
        foreach (var entry in entries.Where(entry => entry.Fact is ChangeOfFact))
        {
            ChangesOf(((ChangeOfFact)entry.Fact).Target).Add(entry);
        }

        // Backwards, because a change may itself be changed by a later one.
        for (var i = entries.Count - 1; i >= 0; i--)
        {
            byId[entries[i].Fact.Id] = Known(entries[i]);
        }

        lists = new(this);
    }

    /// <summary>Every entry in the order of record, retracted ones and those about others included.</summary>
    public IReadOnlyList<KnownFact> All => Listed.All;

    /// <summary>Every entry that is not retracted, with its current content, in the order of record. A fact that is the same act as another is here
    /// as a corroboration of that one.</summary>
    public IReadOnlyList<RecordedFact> InForce => Listed.InForce;

    private Lists Listed => lists ??= new(this);

    /// <summary>The facts as known after further entries.</summary>
    public FactsAsKnown With(IEnumerable<RecordedFact> later) => new([.. entries, .. later]);

    /// <summary>The entry with this id; null if there is none.</summary>
    public KnownFact? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>The entry with this id as it was known at an earlier position; null if there was none.</summary>
    public KnownFact? FindAt(string id, long position) =>
        Find(id) is { } known && known.Recorded.Position <= position
            ? KnownFact.Of(
                known.Recorded,
                [.. known.Changes.Where(change => change.Position <= position)],
                change => FindAt(change, position)!.InForce
            )
            : null;

    /// <summary>The corroborations and denials of a fact that are in force, in the order of record.</summary>
    public IEnumerable<RecordedFact> OpinionsOn(string fact) => Listed.Opinions[fact];

    /// <summary>Adds the next entry, at a cost that does not grow with the number of entries. Only for the owner of an instance that nobody
    /// else reads.</summary>
    /// <returns>What is known differently now: the entry, and those that it changes directly or by changing a change.</returns>
    internal IReadOnlyList<KnownFact> Add(RecordedFact entry)
    {
        lists = null;
        opened = null;
        entries.Add(entry);
        var changed = new List<KnownFact> { (byId[entry.Fact.Id] = Known(entry)) };
        if (entry.Fact is ChangeOfFact { Target: var target })
        {
            ChangesOf(target).Add(entry);
            for (var next = Find(target); next is not null; next = Find((next.Recorded.Fact as ChangeOfFact)?.Target ?? ""))
            {
                changed.Add(byId[next.Recorded.Fact.Id] = Known(next.Recorded));
            }
        }

        return changed;
    }

    private KnownFact Known(RecordedFact entry) =>
        KnownFact.Of(entry, changes.TryGetValue(entry.Fact.Id, out var found) ? [.. found] : [], id => byId[id].InForce);

    private List<RecordedFact> ChangesOf(string target) => changes.TryGetValue(target, out var found) ? found : changes[target] = [];

    /// <summary>The episodes that a fact has to do with, as these facts are known.</summary>
    public IEnumerable<EpisodeLink> LinksOf(Fact fact) =>
        fact.EpisodeLinks().Where(link => !link.OnlyWhereOpened || Opened().Contains(link.Thing));

    private HashSet<string> Opened() =>
        opened ??= [.. from entry in InForce from link in entry.Fact.EpisodeLinks() where !link.OnlyWhereOpened select link.Thing];

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
            Votes = (fact as PublicAct)?.Votes,
            Unanimous = (fact as PublicAct)?.Unanimous,
            Measure = (fact as PublicAct)?.Measure,
            Chamber = (fact as PublicAct)?.Chamber,
        };

    private sealed class Lists
    {
        public Lists(FactsAsKnown known)
        {
            All = [.. known.entries.Select(entry => known.byId[entry.Fact.Id])];
            InForce = WithIdentifiedAsCorroborations([.. All.Where(one => one.InForce).Select(one => one.Current)]);
            Opinions = InForce
                .Where(entry => entry.Fact is FactCorroborated or FactDenied)
                .ToLookup(entry => ((AboutFact)entry.Fact).Target);
        }

        public IReadOnlyList<KnownFact> All { get; }

        public IReadOnlyList<RecordedFact> InForce { get; }

        public ILookup<string, RecordedFact> Opinions { get; }
    }
}
