using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Import;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Sources;
using ArtsakhLedger.Vocabulary;

namespace ArtsakhLedger.Export;

/// <summary>Writes entries that came over HTTP as batches of files, one folder for each polity, to be reviewed, committed and imported elsewhere.</summary>
/// <param name="folder">The events folder to write to.</param>
/// <param name="name">The name of the new batches, without the number.</param>
/// <param name="ledger">What the ledger is called.</param>
public sealed class YamlBatchWriter(string folder, string name, LedgerName ledger)
{
    private const string AnyBatch = "????-*";

    private static readonly string[] MayBeEmpty = ["citations", "snapshots"];

    /// <summary>Writes the batches.</summary>
    /// <param name="recorded">The entries that were not imported from files, in the order of their positions.</param>
    /// <param name="batches">The polities of batches that are imported already.</param>
    /// <returns>The folder of each batch and the number of its entries.</returns>
    /// <exception cref="IOException">A batch cannot be written.</exception>
    public IReadOnlyList<(string Folder, int Entries)> Write(
        IReadOnlyList<(StoredEntry Entry, Fact Fact)> recorded,
        IReadOnlyCollection<string> batches
    )
    {
        var polities = recorded.Select(one => one.Fact.Polity).OfType<string>().ToHashSet();
        var first = polities.Min(StringComparer.Ordinal) ?? BatchName.OfNoPolity;
        var number = polities.Concat(batches).Append(first).Max(polity => NextNumber(Path.Combine(folder, polity)));
        return
        [
            .. from placed in Placed(recorded, (number, first))
            group placed.Entry by placed.Place into batch
            orderby batch.Key.Number, batch.Key.Polity
            select (WriteBatch(batch.Key.Polity, batch.Key.Number, [.. batch]), batch.Count()),
        ];
    }

    /// <summary>The batch of each entry. Batches are read by number, and those of one number by polity, so where a change of a description comes between
    /// the facts of two polities, what follows may need the next number.</summary>
    private static IEnumerable<((StoredEntry, Fact) Entry, (int Number, string Polity) Place)> Placed(
        IReadOnlyList<(StoredEntry Entry, Fact Fact)> recorded,
        (int Number, string Polity) start
    )
    {
        var (change, last) = (start, start);
        var ofPolity = new Dictionary<string, int>();
        foreach (var (entry, fact) in recorded)
        {
            // New descriptions are read first of all; nothing before them can be about them.
            (int Number, string Polity) place =
                fact is EntityDescribed or SourceArchived ? start
                : fact.Polity is not { } polity ? change = last
                : (
                    Math.Max(
                        ofPolity.GetValueOrDefault(polity),
                        StringComparer.Ordinal.Compare(polity, change.Polity) >= 0 ? change.Number : change.Number + 1
                    ),
                    polity
                );
            if (fact.Polity is { } of)
            {
                ofPolity[of] = place.Number;
            }

            if (
                place.Number > last.Number
                || (place.Number == last.Number && StringComparer.Ordinal.Compare(place.Polity, last.Polity) > 0)
            )
            {
                last = place;
            }

            yield return ((entry, fact), place);
        }
    }

    private string WriteBatch(string polity, int number, IReadOnlyList<(StoredEntry Entry, Fact Fact)> recorded)
    {
        var batch = Path.Combine(folder, polity, string.Create(CultureInfo.InvariantCulture, $"{number:0000}-{name}"));
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

    private string? CommentOf(StoredEntry entry) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"recorded {(ledger.IsOwn ? $"in “{ledger}” " : "")}by {entry.Author.Name} ({entry.Author.Subject}) on {entry.RecordedAt.UtcDateTime:yyyy-MM-dd} at position {entry.Position}"
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
