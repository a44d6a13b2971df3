using ArtsakhLedger.Facts;
using ArtsakhLedger.Sources;
using ArtsakhLedger.Vocabulary;

namespace ArtsakhLedger.Import;

/// <summary>The folder of batches that people write: <c>events/{polity}/{NNNN-name}/*.yaml</c>, in the order of
/// their numbers, and those of one number in the order of their polities. Entities and sources belong to no polity and may also stand in
/// <c>events/common/</c>.</summary>
public static class EventsFolder
{
    /// <summary>Reads all batches and finds all problems of all files.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="recorded">The ids of entries that are recorded already and belong to no polity.</param>
    public static (IReadOnlyList<Batch> Batches, IReadOnlyList<EntryProblem> Problems) Read(
        string folder,
        IEnumerable<string>? recorded = null
    )
    {
        var problems = new List<EntryProblem>();
        var batches = new List<Batch>();
        var descriptions = new HashSet<string>(recorded ?? []);
        if (!Directory.Exists(folder))
        {
            problems.Add(new(folder, 1, "there is no such folder"));
            return ([], problems);
        }

        // By number first: what one polity's batch says of an entity or a source may come between two batches of another.
        foreach (
            var (polity, batch) in Directory
                .EnumerateDirectories(folder)
                .SelectMany(polity => Directory.EnumerateDirectories(polity).Select(batch => (Path.GetFileName(polity), batch)))
                .OrderBy(one => NumberIn(one.batch), StringComparer.Ordinal)
                .ThenBy(one => one.Item1, StringComparer.Ordinal)
                .ThenBy(one => one.batch, StringComparer.Ordinal)
        )
        {
            batches.Add(ReadBatch(folder, polity, batch, descriptions, problems));
        }

        problems.AddRange(ClosedBatches.ProblemsOf(folder));
        return (SharedDescriptions.Arrange(batches, problems), problems);
    }

    private static string NumberIn(string batch) => Path.GetFileName(batch) is var name && name.Length > 4 ? name[..4] : name;

    /// <param name="folder">The events folder.</param>
    /// <param name="polity">The polity of the batch.</param>
    /// <param name="path">The folder of the batch.</param>
    /// <param name="descriptions">The ids of entries that belong to no polity; those of this batch are added.</param>
    /// <param name="problems">Problems are added to this list.</param>
    private static Batch ReadBatch(string folder, string polity, string path, HashSet<string> descriptions, List<EntryProblem> problems)
    {
        var name = Path.GetFileName(path);
        if (BatchName.PolityOf($"{polity}/{name}") is null)
        {
            problems.Add(new(Path.GetRelativePath(folder, path), 1, $"a batch is a folder {BatchName.Format}"));
        }

        var reader = new EntryReader(FactReader.ForYaml, polity, descriptions.Contains);
        var read = Directory
            .EnumerateFiles(path, "*.y*ml")
            .Order(StringComparer.Ordinal)
            .SelectMany(file => YamlFile.Read(file, Path.GetRelativePath(folder, file), problems))
            .ToLookup(entry => entry.Section == "passages");
        var indexes = read[true].Select(entry => ReadIndex(entry, problems)).OfType<PassageIndexEntry>().ToList();
        var entries = read[false]
            .OrderBy(entry =>
                entry.Section switch
                {
                    "entities" => 0,
                    "sources" => 1,
                    _ => 2,
                }
            )
            .Select(entry => ReadEntry(entry, reader, descriptions, problems))
            .OfType<BatchEntry>()
            .Select(entry => entry.Fact is SourceArchived source ? entry with { Fact = WithPassages(source, indexes) } : entry)
            .ToList();
        return new($"{polity}/{name}", polity, entries) { Indexes = indexes };
    }

    /// <summary>Adds the passages of snapshots, which have a file of their own, to the entry of their source.</summary>
    private static SourceArchived WithPassages(SourceArchived source, IReadOnlyList<PassageIndexEntry> indexes) =>
        source with
        {
            Snapshots =
            [
                .. from snapshot in source.Snapshots
                let index = indexes.FirstOrDefault(index => index.Content.Id == source.Source && index.Content.Sha256 == snapshot.Sha256)
                select index is null ? snapshot : snapshot with { Passages = index.Content.Index },
            ],
        };

    private static PassageIndexEntry? ReadIndex(YamlEntry entry, List<EntryProblem> problems)
    {
        var found = new List<FactProblem>();
        var id = EntryReader.IdOf(entry.Content, found);
        var index = FactReader.ForYaml.Read(entry.Content, typeof(PassageIndex), found, "id") as PassageIndex;
        problems.AddRange(found.Select(entry.Problem));
        return index is null || id is null ? null : new(index with { Id = id }, entry);
    }

    private static BatchEntry? ReadEntry(YamlEntry entry, EntryReader reader, HashSet<string> descriptions, List<EntryProblem> problems)
    {
        var found = new List<FactProblem>();
        var fact = entry.Section switch
        {
            "entities" => reader.ReadEntity(entry.Content, found),
            "sources" => reader.ReadSource(entry.Content, found),
            _ => reader.ReadFact(entry.Content, found),
        };
        problems.AddRange(found.Select(entry.Problem));
        if (fact is { Polity: null })
        {
            descriptions.Add(fact.Id);
        }

        return fact is null ? null : new(fact, entry);
    }
}
