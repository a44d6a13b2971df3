using ArtsakhLedger.Corrections;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.RulesOfTime;

namespace ArtsakhLedger.Episodes;

/// <summary>An entry that tells something of a thing, with how it is linked to that.</summary>
/// <param name="Entry">A fact, or what a corroboration says: the same, for a further source and with that source's date if it gives one.</param>
/// <param name="Link">The link of the fact.</param>
public sealed record ToldEntry(RecordedFact Entry, EpisodeLink Link);

/// <summary>Everything that is told of a thing, as known at a position: of all its periods.</summary>
public sealed class ThingFacts
{
    private readonly FactsAsKnown known;
    private readonly EpisodeLink first;
    private readonly List<ToldEntry> facts = [];
    private IReadOnlyList<ToldEntry>? told;

    private ThingFacts(EpisodeLink first, FactsAsKnown known) => (this.first, this.known) = (first, known);

    /// <summary>Its id, and that of its first period.</summary>
    public string Id => first.Thing;

    public EpisodeKind Kind => first.Kind;

    /// <summary>How the rules of time treat it.</summary>
    public Nature Nature => first.Nature;

    /// <summary>The id of the entity that its entries name.</summary>
    public string Party => first.Party;

    /// <summary>Whether the identity of its party is inferred.</summary>
    public bool IsIdentityInferred { get; private set; }

    /// <summary>The facts about it with their current content, in the order of record.</summary>
    public IReadOnlyList<ToldEntry> Facts => facts;

    /// <summary>The facts and what corroborates them, in the order of record.</summary>
    public IReadOnlyList<ToldEntry> Told => told ??= [.. facts.SelectMany(WithCorroborations).OrderBy(entry => entry.Entry.Position)];

    /// <summary>Those that deny one of the facts, in the order of record.</summary>
    public IEnumerable<(RecordedFact Denial, ToldEntry Of)> Denials =>
        from fact in facts
        from opinion in known.OpinionsOn(fact.Entry.Fact.Id)
        where opinion.Fact is FactDenied
        orderby opinion.Position
        select (opinion, fact);

    /// <summary>The facts, and those that corroborate or deny them as they are recorded, in the order of record.</summary>
    public IEnumerable<RecordedFact> Entries =>
        facts
            .SelectMany(fact => known.OpinionsOn(fact.Entry.Fact.Id).Prepend(fact.Entry))
            .DistinctBy(entry => entry.Position)
            .OrderBy(entry => entry.Position);

    /// <summary>Whether an entry, by its id, is one of the facts or corroborates or denies one.</summary>
    public bool IsToldBy(string id) =>
        facts.Exists(fact => fact.Entry.Fact.Id == id || known.OpinionsOn(fact.Entry.Fact.Id).Any(opinion => opinion.Fact.Id == id));

    /// <summary>Finds every thing of which facts in force tell something, in the order of record.</summary>
    public static IReadOnlyList<ThingFacts> Of(FactsAsKnown known, EntityRegister entities)
    {
        var found = new Dictionary<string, ThingFacts>();
        foreach (var recorded in known.InForce)
        {
            foreach (var given in known.LinksOf(recorded.Fact))
            {
                var (link, inferred) = entities.Identify(given);
                if (!found.TryGetValue(link.Thing, out var thing))
                {
                    found[link.Thing] = thing = new(link, known);
                }

                thing.facts.Add(new(recorded, link));
                thing.IsIdentityInferred |= inferred;
            }
        }

        return [.. found.Values];
    }

    private IEnumerable<ToldEntry> WithCorroborations(ToldEntry fact) =>
        known
            .OpinionsOn(fact.Entry.Fact.Id)
            .Where(opinion => opinion.Fact is FactCorroborated)
            .Select(opinion =>
                fact with
                {
                    Entry = opinion with
                    {
                        Fact = fact.Entry.Fact with
                        {
                            Id = opinion.Fact.Id,
                            Date = opinion.Fact.Date ?? fact.Entry.Fact.Date,
                            Citations = opinion.Fact.Citations,
                        },
                    },
                }
            )
            .Prepend(fact);
}
