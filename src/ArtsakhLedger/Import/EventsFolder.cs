using System.Text.RegularExpressions;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Sources;

namespace ArtsakhLedger.Import;

/// <summary>The record as people write it: <c>events/{polity}/{NNNN-name}/*.yaml</c>, batches in the order of their names.</summary>
public static partial class EventsFolder
{
    /// <summary>Reads every batch. All problems of all files are found, not the first alone.</summary>
    public static (IReadOnlyList<Batch> Batches, IReadOnlyList<EntryProblem> Problems) Read(string folder)
    {
        var problems = new List<EntryProblem>();
        var batches = new List<Batch>();
        var descriptions = new HashSet<string>();
        if (!Directory.Exists(folder))
        {
            problems.Add(new(folder, 1, "there is no such folder"));
            return ([], problems);
        }

        foreach (var polity in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            foreach (var batch in Directory.EnumerateDirectories(polity).Order(StringComparer.Ordinal))
            {
                batches.Add(ReadBatch(folder, Path.GetFileName(polity), batch, descriptions, problems));
            }
        }

        problems.AddRange(ClosedBatches.ProblemsOf(folder));
        return (batches, problems);
    }

    /// <param name="folder">The folder of all batches.</param>
    /// <param name="polity">The polity of this one.</param>
    /// <param name="path">Its own folder.</param>
    /// <param name="descriptions">The ids of entries that describe entities and sources, of whatever polity; those of this batch are added.</param>
    /// <param name="problems">What is wrong is added here.</param>
    private static Batch ReadBatch(string folder, string polity, string path, HashSet<string> descriptions, List<EntryProblem> problems)
    {
        var name = Path.GetFileName(path);
        if (!BatchName.IsMatch(name) || !Slug.IsMatch(polity))
        {
            problems.Add(new(Path.GetRelativePath(folder, path), 1, "a batch is a folder {polity}/NNNN-name, such as artsakh/0001-article"));
        }

        var read = Directory.EnumerateFiles(path, "*.y*ml").Order(StringComparer.Ordinal)
            .SelectMany(file => YamlFile.Read(file, Path.GetRelativePath(folder, file), problems))
            .ToLookup(entry => entry.Section == "passages");
        var indexes = read[true].Select(entry => ReadIndex(entry, problems)).OfType<PassageIndexEntry>().ToList();
        var entries = read[false]
            .OrderBy(entry => entry.Section switch { "entities" => 0, "sources" => 1, _ => 2 })
            .Select(entry => ReadEntry(entry, polity, descriptions, problems))
            .OfType<BatchEntry>()
            .Select(entry => entry.Fact is SourceArchived source ? entry with { Fact = WithPassages(source, indexes) } : entry)
            .ToList();
        return new($"{polity}/{name}", polity, entries) { Indexes = indexes };
    }

    /// <summary>The passages of a snapshot stand in a file of their own because they are many; they belong to the source's entry.</summary>
    private static SourceArchived WithPassages(SourceArchived source, IReadOnlyList<PassageIndexEntry> indexes) => source with
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
        var id = IdOf(entry, found);
        var index = FactReader.OfWords.Read(entry.Content, typeof(PassageIndex), found, "id") as PassageIndex;
        problems.AddRange(found.Select(problem => new EntryProblem(entry.File, entry.LineOf(problem.Pointer), problem.Message)));
        return index is null || id is null ? null : new(index with { Id = id }, entry);
    }

    private static BatchEntry? ReadEntry(YamlEntry entry, string polity, HashSet<string> descriptions, List<EntryProblem> problems)
    {
        var found = new List<FactProblem>();
        var fact = entry.Section switch
        {
            "entities" => ReadEntity(entry, found),
            "sources" => ReadSource(entry, found),
            _ => ReadFact(entry, polity, descriptions, found),
        };
        problems.AddRange(found.Select(problem => new EntryProblem(entry.File, entry.LineOf(problem.Pointer), problem.Message)));
        if (fact is { Polity: null })
        {
            descriptions.Add(fact.Id);
        }

        return fact is null ? null : new(fact, entry);
    }

    private static Fact? ReadEntity(YamlEntry entry, List<FactProblem> problems)
    {
        var id = IdOf(entry, problems);
        entry.Content["entity"] = id ?? "unknown";
        return FactReader.OfWords.Read(entry.Content, typeof(EntityDescribed), problems, "id") is EntityDescribed entity && id is not null
            ? entity with { Id = EntityDescribed.FactIdOf(id) }
            : null;
    }

    private static Fact? ReadSource(YamlEntry entry, List<FactProblem> problems)
    {
        var id = IdOf(entry, problems);
        entry.Content["source"] = id ?? "unknown";
        return FactReader.OfWords.Read(entry.Content, typeof(SourceArchived), problems, "id") is SourceArchived source && id is not null
            ? source with { Id = SourceArchived.FactIdOf(id) }
            : null;
    }

    private static Fact? ReadFact(YamlEntry entry, string polity, HashSet<string> descriptions, List<FactProblem> problems)
    {
        var id = IdOf(entry, problems);
        if (FactReader.OfWords.ReadFact(entry.Content, problems) is not { } fact || id is null)
        {
            return null;
        }

        // What is about descriptions belongs to no polity, as they do not.
        var of = fact is EntitiesIdentified || (fact is AboutFact about && descriptions.Contains(about.Target)) ? null : polity;
        return fact is FactCorrected correction
            ? correction with { Polity = of, Content = correction.Content with { Id = correction.Target, Polity = of } }
            : fact with { Polity = of };
    }

    private static string? IdOf(YamlEntry entry, List<FactProblem> problems)
    {
        var id = entry.Content["id"]?.ToString();
        if (id is not null && Slug.IsMatch(id))
        {
            return id;
        }

        problems.Add(new("/id", id is null
            ? "the entry has no 'id'; give it a slug of small letters, digits and hyphens"
            : $"'{id}' is no slug; write small letters, digits and hyphens only"));
        return null;
    }

    [GeneratedRegex("^[a-z0-9-]{1,200}$")]
    private static partial Regex Slug { get; }

    [GeneratedRegex("^[0-9]{4}-[a-z0-9-]{1,100}$")]
    private static partial Regex BatchName { get; }
}
