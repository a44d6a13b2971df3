using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Sources;
using ArtsakhLedger.Vocabulary;

namespace ArtsakhLedger.Export;

/// <summary>Writes the files of a batch: entities, sources with their passages, and facts, each entry with an optional comment.</summary>
public static class BatchFiles
{
    private const string AnyBatch = "????-*";

    private static readonly string[] MayBeEmpty = ["citations", "snapshots"];

    /// <summary>Writes a batch.</summary>
    /// <param name="batch">Its folder.</param>
    /// <param name="entries">Its entries in order.</param>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static void Write(string batch, IReadOnlyList<(string? Comment, Fact Fact)> entries)
    {
        Directory.CreateDirectory(batch);
        WriteFile(
            batch,
            "entities",
            entries.Where(one => one.Fact is EntityDescribed).Select(one => (one.Comment, DescriptionOf(one.Fact, "entity")))
        );
        WriteFile(
            batch,
            "sources",
            entries.Where(one => one.Fact is SourceArchived).Select(one => (one.Comment, SourceOf((SourceArchived)one.Fact)))
        );
        WriteFile(batch, "passages", entries.Select(one => one.Fact).OfType<SourceArchived>().SelectMany(IndexesOf));
        WriteFile(
            batch,
            "facts",
            entries.Where(one => one.Fact is not (EntityDescribed or SourceArchived)).Select(one => (one.Comment, FactOf(one.Fact)))
        );
    }

    /// <summary>The number of the next batch of a polity in a folder of batches.</summary>
    public static int NextNumber(string folder, string polity) =>
        !Directory.Exists(Path.Combine(folder, polity))
            ? 1
            : 1
                + Directory
                    .EnumerateDirectories(Path.Combine(folder, polity), AnyBatch)
                    .Select(batch =>
                        int.TryParse(Path.GetFileName(batch)[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                            ? number
                            : 0
                    )
                    .DefaultIfEmpty()
                    .Max();

    private static void WriteFile(string batch, string section, IEnumerable<(string? Comment, JsonObject Content)> entries)
    {
        var list = entries.ToList();
        if (list.Count > 0)
        {
            File.WriteAllText(Path.Combine(batch, $"{section}.yaml"), YamlEntryWriter.Write(section, list));
        }
    }

    /// <summary>A fact as files have it: id and type first, without the polity, which is the folder's name.</summary>
    private static JsonObject FactOf(Fact fact)
    {
        var content = ContentOf(fact);
        if (content["content"] is JsonObject correct)
        {
            // The content of a correction has the id and polity of what it corrects.
            correct.Remove("id");
            correct.Remove("polity");
            RemoveDefaults(correct);
        }

        return WithFirst(content, ("id", fact.Id), ("type", FactType.Of(fact).Name));
    }

    /// <summary>A description as files have it, with the id of what it describes.</summary>
    private static JsonObject DescriptionOf(Fact description, string named)
    {
        var content = ContentOf(description);
        var id = content[named]!.GetValue<string>();
        content.Remove(named);
        return WithFirst(content, ("id", id));
    }

    private static JsonObject SourceOf(SourceArchived source)
    {
        var content = DescriptionOf(source, "source");
        foreach (var snapshot in content["snapshots"]?.AsArray() ?? [])
        {
            snapshot!.AsObject().Remove("passages");
        }

        return content;
    }

    /// <summary>The passages of a source's snapshots, which have a file of their own.</summary>
    private static IEnumerable<(string? Comment, JsonObject Content)> IndexesOf(SourceArchived source) =>
        from snapshot in source.Snapshots
        where snapshot.Passages.Count > 0
        select (
            (string?)null,
            new JsonObject
            {
                ["id"] = source.Source,
                ["sha256"] = snapshot.Sha256,
                ["index"] = JsonSerializer.SerializeToNode(snapshot.Passages, FactJson.Options),
            }
        );

    private static JsonObject ContentOf(Fact fact)
    {
        var content = (JsonObject)JsonSerializer.SerializeToNode(fact, fact.GetType(), FactJson.Options)!;
        content.Remove("id");
        content.Remove("polity");
        RemoveDefaults(content);
        return content;
    }

    /// <summary>Removes default values: <c>citations: []</c>, <c>excerptOnly: false</c>.</summary>
    private static void RemoveDefaults(JsonObject content)
    {
        foreach (var list in MayBeEmpty.Where(list => content[list] is JsonArray { Count: 0 }))
        {
            content.Remove(list);
        }

        if (content["excerptOnly"]?.GetValueKind() == JsonValueKind.False)
        {
            content.Remove("excerptOnly");
        }
    }

    private static JsonObject WithFirst(JsonObject content, params ReadOnlySpan<(string Name, string Value)> first)
    {
        for (var i = 0; i < first.Length; i++)
        {
            content.Insert(i, first[i].Name, first[i].Value);
        }

        return content;
    }
}
