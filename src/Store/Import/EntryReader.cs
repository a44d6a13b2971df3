using System.Text.Json.Nodes;
using ArtsakhLedger.Checks;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Sources;
using ArtsakhLedger.Vocabulary;

namespace ArtsakhLedger.Import;

/// <summary>Reads entries of a batch from the format that files and requests share.</summary>
/// <param name="reader">Reads the fields.</param>
/// <param name="polity">The polity of the batch, which entries need not repeat.</param>
/// <param name="belongsToNoPolity">Whether the entry with an id describes an entity or a source, or is about such a description.</param>
public sealed class EntryReader(FactReader reader, string polity, Func<string, bool> belongsToNoPolity)
{
    /// <summary>False where an id is derived for an entry without one.</summary>
    public bool NeedsIds { get; init; } = true;

    /// <summary>Reads the description of an entity; the id of the entry is that of the entity.</summary>
    public Fact? ReadEntity(JsonObject content, ICollection<FactProblem> problems) =>
        ReadDescription(content, "entity", typeof(EntityDescribed), EntityDescribed.FactIdOf, problems);

    /// <summary>Reads the description of a source; the id of the entry is that of the source.</summary>
    public Fact? ReadSource(JsonObject content, ICollection<FactProblem> problems) =>
        ReadDescription(content, "source", typeof(SourceArchived), SourceArchived.FactIdOf, problems);

    /// <summary>Reads any other entry, by its type.</summary>
    public Fact? ReadFact(JsonObject content, ICollection<FactProblem> problems)
    {
        var id = NeedsIds || content.ContainsKey("id") ? IdOf(content, problems) : "";
        if (reader.ReadFact(content, problems) is not { } fact || id is null)
        {
            return null;
        }

        if (fact.Polity is { } named && named != polity)
        {
            problems.Add(new("/polity", $"the batch is of '{polity}'; leave 'polity' out"));
        }

        // Like descriptions, entries about them belong to no polity.
        var of =
            fact is EntitiesIdentified or SnapshotArchived or SourceAssessed || (fact is AboutFact about && belongsToNoPolity(about.Target))
                ? null
                : polity;
        fact = fact is FactCorrected correction
            ? correction with
            {
                Polity = of,
                Content = correction.Content with { Id = correction.Target, Polity = of },
            }
            : fact with
            {
                Polity = of,
            };
        return id.Length > 0 ? fact : fact with { Id = FactIds.Derive(fact) };
    }

    /// <summary>The id of an entry; null where it has no valid one.</summary>
    public static string? IdOf(JsonObject content, ICollection<FactProblem> problems)
    {
        if (content["id"] is JsonValue value && value.TryGetValue<string>(out var id) && Slug.IsValid(id))
        {
            return id;
        }

        problems.Add(
            new(
                "/id",
                content["id"] is { } other
                    ? Slug.Invalid(other.ToString())
                    : "the entry has no 'id'; give it a slug of lower-case letters, digits and hyphens"
            )
        );
        return null;
    }

    private Fact? ReadDescription(
        JsonObject content,
        string named,
        Type type,
        Func<string, string> factIdOf,
        ICollection<FactProblem> problems
    )
    {
        var id = IdOf(content, problems);
        if (content[named] is { } other && other.ToString() != id)
        {
            problems.Add(new($"/{named}", $"the id says what is described; leave '{named}' out"));
        }

        content[named] = id ?? "unknown";
        return reader.Read(content, type, problems, "id") is Fact fact && id is not null ? fact with { Id = factIdOf(id) } : null;
    }
}
