using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Sources;
using ArtsakhLedger.Vocabulary;

namespace ArtsakhLedger.Export;

/// <summary>Writes entries that came over HTTP as batches of files, one folder for each polity, to be reviewed, committed and imported elsewhere.</summary>
/// <param name="folder">The events folder to write to.</param>
/// <param name="name">The name of the new batches, without the number.</param>
public sealed class YamlBatchWriter(string folder, string name)
{
    private const string AnyBatch = "????-*";

    private static readonly string[] MayBeEmpty = ["citations", "snapshots"];

    /// <summary>Writes the batches.</summary>
    /// <param name="recorded">The entries that were not imported from files, in the order of their positions.</param>
    /// <param name="batches">The polity of the batch of each description of an entity or a source, by its id.</param>
    /// <returns>The folder of each batch and the number of its entries.</returns>
    /// <exception cref="IOException">A batch cannot be written.</exception>
    public IReadOnlyList<(string Folder, int Entries)> Write(
        IReadOnlyList<(StoredEntry Entry, Fact Fact)> recorded,
        IReadOnlyDictionary<string, string> batches
    )
    {
        var first =
            recorded.Select(one => one.Fact.Polity).OfType<string>().Min(StringComparer.Ordinal)
            ?? batches.Values.Max(StringComparer.Ordinal)
            ?? throw new IOException("The ledger has no entry about any polity, so there is no folder to export to.");
        var placed = new Dictionary<string, string>(batches);
        foreach (var (_, fact) in recorded)
        {
            // Descriptions, and entries about them, have no polity. They go to the first polity whose folder is read after what they refer to:
            // folders are read in alphabetical order.
            placed[fact.Id] =
                fact.Polity
                ?? ReferencesOf(fact)
                    .Select(id => placed.GetValueOrDefault(id))
                    .OfType<string>()
                    .Append(first)
                    .Max(StringComparer.Ordinal)!;
        }

        return
        [
            .. from one in recorded
            group one by placed[one.Fact.Id] into batch
            orderby batch.Key
            select (WriteBatch(batch.Key, [.. batch]), batch.Count()),
        ];
    }

    private static IEnumerable<string> ReferencesOf(Fact fact) =>
        fact switch
        {
            FactsIdentified identity => [identity.Target, identity.Same],
            SourceAssessed assessment =>
            [
                SourceArchived.FactIdOf(assessment.Source),
                .. assessment.CopyOf is { } copied ? new[] { SourceArchived.FactIdOf(copied) } : [],
            ],
            SnapshotArchived snapshot => [SourceArchived.FactIdOf(snapshot.Source)],
            EntitiesIdentified identity => new[] { identity.Entity, identity.SameAs }.SelectMany(id =>
                new[] { EntityDescribed.FactIdOf(id), SourceArchived.FactIdOf(id) }
            ),
            AboutFact about => [about.Target],
            _ => [],
        };

    private string WriteBatch(string polity, IReadOnlyList<(StoredEntry Entry, Fact Fact)> recorded)
    {
        var all = Path.Combine(folder, polity);
        var batch = Path.Combine(all, $"{NextNumber(all):0000}-{name}");
        Directory.CreateDirectory(batch);
        WriteFile(
            batch,
            "entities",
            recorded.Where(one => one.Fact is EntityDescribed).Select(one => (CommentOf(one.Entry), DescriptionOf(one.Fact, "entity")))
        );
        WriteFile(
            batch,
            "sources",
            recorded.Where(one => one.Fact is SourceArchived).Select(one => (CommentOf(one.Entry), SourceOf((SourceArchived)one.Fact)))
        );
        WriteFile(batch, "passages", recorded.Select(one => one.Fact).OfType<SourceArchived>().SelectMany(IndexesOf));
        WriteFile(
            batch,
            "facts",
            recorded
                .Where(one => one.Fact is not (EntityDescribed or SourceArchived))
                .Select(one => (CommentOf(one.Entry), FactOf(one.Fact)))
        );
        return batch;
    }

    private static int NextNumber(string polity) =>
        !Directory.Exists(polity)
            ? 1
            : 1
                + Directory
                    .EnumerateDirectories(polity, AnyBatch)
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

    private static string? CommentOf(StoredEntry entry) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"recorded by {entry.Author.Name} ({entry.Author.Subject}) on {entry.RecordedAt.UtcDateTime:yyyy-MM-dd} at position {entry.Position}"
        );

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
