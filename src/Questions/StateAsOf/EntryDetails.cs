using System.Text.Json;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Episodes;
using ArtsakhLedger.Facts;
using Edtf;

namespace ArtsakhLedger.StateAsOf;

/// <summary>What the facts of an episode say besides dates, as of a day: a phase that begins later does not count yet.</summary>
internal sealed class EntryDetails
{
    private readonly EntityRegister entities;
    private readonly Dictionary<string, object> details = [];
    private readonly Dictionary<string, object?> beforePhase = [];
    private readonly HashSet<string> ofStart = [];

    private EntryDetails(EntityRegister entities) => this.entities = entities;

    /// <summary>The details by name, parties by the names that answers use.</summary>
    public static IReadOnlyDictionary<string, object> Of(Episode episode, Day asOf, EntityRegister entities)
    {
        var found = new EntryDetails(entities);
        foreach (
            var fact in episode
                .Describing.Select(recorded => recorded.Fact)
                .OrderBy(fact => fact.Date?.Earliest?.DayNumber ?? long.MinValue)
        )
        {
            var opens = OfStart(fact, episode);
            foreach (var (name, value) in fact.Identity())
            {
                found.Add(name, value, opens);
            }

            if (fact.Date?.Earliest is { } begins && begins > asOf)
            {
                continue;
            }

            foreach (var (name, value) in fact.Details())
            {
                found.Add(name, value, opens);
            }

            // Nobody knows from when on an undated change holds.
            if (fact.BeginsPhase() is { } phase && (opens || fact.Date is not null))
            {
                found.Begin(phase);
            }
        }

        return found.details;
    }

    /// <summary>The same details as words for a statement.</summary>
    public static IReadOnlyDictionary<string, string> InWords(IReadOnlyDictionary<string, object> details, EntityRegister entities) =>
        details.ToDictionary(
            detail => detail.Key,
            detail =>
                detail.Value is object[] several
                    ? string.Join(", ", several.Select(one => InWords(one, entities)))
                    : InWords(detail.Value, entities)
        );

    /// <summary>The words of which a statement about an episode is made.</summary>
    public static EpisodeWords WordsOf(
        string polity,
        Episode episode,
        IReadOnlyDictionary<string, object> details,
        EntityRegister entities
    ) => new(polity, entities.InText(episode.Party), InWords(details, entities)) { Period = episode.BeginsByMove ? 1 : episode.Number };

    private void Add(string name, object? value, bool isOfStart)
    {
        if (value is IEnumerable<Party> parties)
        {
            details[name] = Several(details.GetValueOrDefault(name)).Union(parties.Select(Named)).ToArray();
        }
        else if (value is not null && !IsKnownPost(value))
        {
            // What sources say differently of one start are rivals and stand side by side; what changes later is a phase.
            var said = value is Party party ? Named(party) : value;
            var rivals = isOfStart && ofStart.Contains(name) ? Several(details[name]).Union([said]).ToArray() : [said];
            details[name] = rivals is [var one] ? one : rivals;
            _ = isOfStart ? ofStart.Add(name) : ofStart.Remove(name);
            beforePhase.Remove(name);
        }
    }

    private void Begin(Phase phase)
    {
        ofStart.Remove(phase.Detail);
        if (phase.Value is { } value)
        {
            beforePhase.TryAdd(phase.Detail, details.GetValueOrDefault(phase.Detail));
            details[phase.Detail] = value;
        }
        else if (beforePhase.Remove(phase.Detail, out var before))
        {
            if (before is null)
            {
                details.Remove(phase.Detail);
            }
            else
            {
                details[phase.Detail] = before;
            }
        }
    }

    private static object[] Several(object? detail) =>
        detail switch
        {
            null => [],
            object[] several => several,
            _ => [detail],
        };

    /// <summary>Whether what a fact says is of the start. A corroboration says of the act what its fact does.</summary>
    private static bool OfStart(Fact fact, Episode episode) =>
        fact is FactCorroborated || fact.EpisodeLinks().Any(link => link.Kind == episode.Kind && link.Role == EpisodeRole.Opens);

    private static string InWords(object value, EntityRegister entities) =>
        value switch
        {
            EntityReference entity => entities.InText(entity.Id),
            Enum word => JsonNamingPolicy.KebabCaseLower.ConvertName(word.ToString()).Replace('-', ' '),
            _ => value.ToString()!,
        };

    private object Named(Party party) => party.Id is { } id ? entities.ReferenceTo(id) : party;

    /// <summary>A post that is known without being described needs no name beside its kind.</summary>
    private bool IsKnownPost(object value) => value is Party { Id: { } id } && KnownPost.Named(id) is not null && entities.Find(id) is null;
}
