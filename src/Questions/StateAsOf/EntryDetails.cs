using ArtsakhLedger.Entities;
using ArtsakhLedger.Episodes;
using ArtsakhLedger.Facts;
using Edtf;

namespace ArtsakhLedger.StateAsOf;

/// <summary>What the facts of an episode say besides dates, as of a day: a phase that begins later does not count yet.</summary>
internal static class EntryDetails
{
    /// <summary>The details by name, parties by the names that answers use.</summary>
    public static IReadOnlyDictionary<string, object> Of(Episode episode, Day asOf, EntityRegister entities)
    {
        var details = new Dictionary<string, object>();
        var phases = episode
            .Facts.Select(recorded => recorded.Fact)
            .OrderBy(fact => fact.Date?.Earliest?.DayNumber ?? long.MinValue)
            .SelectMany(fact =>
                fact.Identity()
                    .Concat(fact.Date?.Earliest is not { } begins || begins <= asOf ? fact.Details() : [])
                    .Select(detail => (detail.Name, detail.Value, IsOfStart: Opens(fact, episode)))
            );
        var ofStart = new HashSet<string>();
        foreach (var (name, value, isOfStart) in phases)
        {
            if (value is IEnumerable<Party> parties)
            {
                details[name] = Several(details.GetValueOrDefault(name)).Union(parties.Select(party => Named(party, entities))).ToArray();
            }
            else if (value is not null)
            {
                // What sources say differently of one start are rivals and stand side by side; what changes later is a phase.
                var said = value is Party party ? Named(party, entities) : value;
                var rivals = isOfStart && ofStart.Contains(name) ? Several(details[name]).Union([said]).ToArray() : [said];
                details[name] = rivals is [var one] ? one : rivals;
                _ = isOfStart ? ofStart.Add(name) : ofStart.Remove(name);
            }
        }

        return details;
    }

    /// <summary>The same details as words for a statement.</summary>
    public static IReadOnlyDictionary<string, string> InWords(IReadOnlyDictionary<string, object> details) =>
        details.ToDictionary(
            detail => detail.Key,
            detail => detail.Value is object[] several ? string.Join(", ", several.Select(InWords)) : InWords(detail.Value)
        );

    private static object[] Several(object? detail) =>
        detail switch
        {
            null => [],
            object[] several => several,
            _ => [detail],
        };

    private static bool Opens(Fact fact, Episode episode) =>
        fact.EpisodeLinks().Any(link => link.Kind == episode.Kind && link.Role == EpisodeRole.Opens);

    private static string InWords(object value) => value is EntityReference entity ? entity.Name : value.ToString()!;

    private static object Named(Party party, EntityRegister entities) => party.Id is { } id ? entities.ReferenceTo(id) : party;
}
