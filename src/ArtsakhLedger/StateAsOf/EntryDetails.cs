using ArtsakhLedger.Entities;
using ArtsakhLedger.Episodes;
using ArtsakhLedger.Facts;
using Edtf;

namespace ArtsakhLedger.StateAsOf;

/// <summary>What the facts of an episode say beside its dates, as of a day: a phase that begins later does not count yet.</summary>
public static class EntryDetails
{
    /// <summary>The details by name, parties as they are named.</summary>
    public static IReadOnlyDictionary<string, object> Of(Episode episode, Day asOf, EntityRegister entities)
    {
        var details = new Dictionary<string, object>();
        var phases = episode.Facts.Select(recorded => recorded.Fact)
            .Where(fact => fact.Date?.Earliest is not { } begins || begins <= asOf)
            .OrderBy(fact => fact.Date?.Earliest?.Number ?? long.MinValue);
        foreach (var (name, value) in phases.SelectMany(fact => fact.Details()))
        {
            if (value is IEnumerable<Party> parties)
            {
                var earlier = details.GetValueOrDefault(name) as IEnumerable<object> ?? [];
                details[name] = earlier.Concat(parties.Select(party => Named(party, entities))).Distinct().ToArray();
            }
            else if (value is not null)
            {
                details[name] = value is Party party ? Named(party, entities) : value;
            }
        }

        return details;
    }

    /// <summary>The same details as words for a statement.</summary>
    public static IReadOnlyDictionary<string, string> InWords(IReadOnlyDictionary<string, object> details) => details.ToDictionary(
        detail => detail.Key,
        detail => detail.Value is object[] several ? string.Join(", ", several.Select(InWords)) : InWords(detail.Value));

    private static string InWords(object value) => value is EntityReference entity ? entity.Name : value.ToString()!;

    private static object Named(Party party, EntityRegister entities) => party.Id is { } id ? entities.Refer(id) : party;
}
