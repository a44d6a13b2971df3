using System.Text.Json;
using System.Text.Json.Nodes;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Ministers;
using ArtsakhLedger.Offices;
using ArtsakhLedger.Sources;
using ArtsakhLedger.Vocabulary;

namespace ArtsakhLedger.Checks;

/// <summary>Checks the entities that a fact names: each is described, and of the kind that its field requires.</summary>
internal static class PartyCheck
{
    private static readonly string[] FieldsWithoutEntities = ["id", "type", "note", "citations"];

    public static IEnumerable<FactProblem> ProblemsOf(Fact fact, KnownRecord known)
    {
        if (fact.Polity is null && !FactCheck.IsAboutTheRecord(fact))
        {
            yield return new("/polity", "'polity' is missing; write the id of the polity whose foreign relations the fact belongs to");
        }

        if (fact is OfficeFact office && office.Place() is null)
        {
            yield return new("/city", "the place of the office is missing; write its city, or what it was a mission to, or its host");
        }

        if (fact.Polity is { } polity && known.Entities.Canonical(polity) is var remains && remains != polity)
        {
            yield return new("/polity", $"'{polity}' is merged into '{remains}'; record the fact of that one");
        }

        if (fact is EntityDescribed or SourceArchived or SnapshotArchived or EntitiesIdentified && fact.Polity is not null)
        {
            yield return new("/polity", "descriptions belong to no polity; leave 'polity' out");
        }

        // The parties of a correction stand in its content, which is checked as a fact of its own.
        var named = fact is FactCorrected ? [] : fact.Parties().SelectMany(party => party.Id is { } id ? [id] : party.MayBe);
        foreach (var id in named.Append(fact.Polity).OfType<string>().Distinct())
        {
            if (known.Entities.Find(id) is null && !(fact is PostFact post && post.IsKnownPost(id)))
            {
                yield return new(PointerTo(fact, id), NotDescribed(id, fact, known.Entities));
            }
        }

        foreach (var (pointer, id, kinds) in OfKindAttribute.NamedIn(fact))
        {
            if (known.Entities.Find(id) is { } entity && !kinds.Contains(entity.Kind))
            {
                yield return new(
                    pointer,
                    $"'{id}' is described as {Named(entity.Kind)}, but {string.Join(" or ", kinds.Select(Named))} is expected here"
                );
            }
        }
    }

    private static string NotDescribed(string id, Fact fact, EntityRegister entities)
    {
        var nearest = NearestIds.Of(id, entities.All.Select(entity => entity.Entity));
        var meant = nearest.Count == 0 ? "" : $" (did you mean {string.Join(" or ", nearest.Select(one => $"'{one}'"))}?)";
        return Slug.IsValid(id)
            ? $"the entity '{id}' is not described; describe it first, or correct the id{meant}. A description: {DescriptionOf(id, fact)}"
            : $"the entity '{id}' is not described; describe it first, or correct the id{meant}";
    }

    /// <summary>A line to add to a file of entities.</summary>
    private static string DescriptionOf(string id, Fact fact)
    {
        var kinds = OfKindAttribute.NamedIn(fact).Where(named => named.Entity == id).Select(named => named.Kinds[0]);
        var kind = kinds.Append(EntityKind.Polity).First();
        var name = string.Join(' ', id.Split('-', StringSplitOptions.RemoveEmptyEntries).Select(PartyNames.AsSentence));
        return $"- {{ id: {id}, kind: {Named(kind)}, names: [{{ text: {name}, language: en }}], reason: is named by a source }}";
    }

    private static string Named(EntityKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    private static string PointerTo(Fact fact, string entity)
    {
        var content = FactJson.ContentOf(fact);
        foreach (var field in FieldsWithoutEntities)
        {
            content.Remove(field);
        }

        return PointerTo(content, entity, "");
    }

    /// <summary>The JSON pointer to the first place in a fact that has a text; empty if there is none.</summary>
    private static string PointerTo(JsonNode? node, string word, string pointer)
    {
        var children = node switch
        {
            JsonObject members => members.Select(member => (Pointer: $"{pointer}/{member.Key}", member.Value)),
            JsonArray items => items.Select((item, i) => (Pointer: $"{pointer}/{i}", Value: item)),
            _ => [],
        };
        foreach (var (at, child) in children)
        {
            if (child is JsonValue value && value.TryGetValue<string>(out var text) && text == word)
            {
                return at;
            }

            if (PointerTo(child, word, at) is { Length: > 0 } found)
            {
                return found;
            }
        }

        return "";
    }
}
