using System.Text.Json;
using System.Text.Json.Nodes;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Sources;

namespace ArtsakhLedger.Import;

/// <summary>Checks batches against one another: unique ids, entities and sources that exist, citations and their quotes,
/// facts that say the same, passage indexes.</summary>
/// <param name="snapshots">The texts that quotes are checked against; sources without one are checked by length and position alone.</param>
public sealed class BatchCheck(IReadOnlyList<SnapshotText> snapshots)
{
    private readonly Dictionary<string, YamlEntry> facts = [];
    private readonly Dictionary<string, int> order = [];
    private readonly HashSet<string> entities = [];
    private readonly Dictionary<string, SourceArchived> sources = [];
    private readonly List<EntryProblem> problems = [];

    /// <summary>How many quotes were compared with a snapshot, and how many could not be because none was given.</summary>
    public int QuotesChecked { get; private set; }

    public int QuotesNotChecked { get; private set; }

    /// <summary>How many quotes are of sources that are known by an excerpt only, so that no text can bear them out.</summary>
    public int QuotesOfExcerpts { get; private set; }

    /// <summary>Reads a folder of batches and checks them without snapshots, as a service does when it starts.</summary>
    public static (IReadOnlyList<Batch> Batches, IReadOnlyList<EntryProblem> Problems) Read(string folder)
    {
        var (batches, unreadable) = EventsFolder.Read(folder);
        return (batches, [.. unreadable, .. new BatchCheck([]).ProblemsOf(batches)]);
    }

    /// <summary>All problems of all batches, in the order of the files.</summary>
    public IReadOnlyList<EntryProblem> ProblemsOf(IReadOnlyCollection<Batch> batches)
    {
        foreach (var entry in batches.SelectMany(batch => batch.Entries))
        {
            Register(entry);
        }

        foreach (var entry in batches.SelectMany(batch => batch.Entries))
        {
            CheckParties(entry);
            CheckTarget(entry);
            CheckCitations(entry);
        }

        var entries = batches.SelectMany(batch => batch.Entries).ToList();
        problems.AddRange(NearDuplicates.ProblemsOf(entries));
        problems.AddRange(PreferenceCheck.ProblemsOf(entries));
        problems.AddRange(PassageCheck.ProblemsOf(batches.SelectMany(batch => batch.Indexes), entries, sources, snapshots));
        return problems;
    }

    private void Register(BatchEntry entry)
    {
        order.TryAdd(entry.Fact.Id, order.Count);
        if (!facts.TryAdd(entry.Fact.Id, entry.Origin))
        {
            var first = facts[entry.Fact.Id];
            Report(entry, "/id", $"'{entry.Fact.Id}' is already the id of the entry at {first.File}:{first.LineOf("/id")}; ids are unique over the whole ledger");
        }

        switch (entry.Fact)
        {
            case EntityDescribed entity:
                entities.Add(entity.Entity);
                if (entity.Names.Count == 0)
                {
                    Report(entry, "/names", "an entity has one name at least: - { text: …, language: en }");
                }

                break;
            case SourceArchived source:
                sources.TryAdd(source.Source, source);
                if (source.Csl["title"] is not JsonValue)
                {
                    Report(entry, "/csl", "the CSL metadata need a title at least: csl: { type: …, title: … }");
                }

                break;
            case SnapshotArchived:
                Report(entry, "/type", "a snapshot is declared with its source: add it to sources.yaml, or bring its text with import --snapshot FILE");
                break;
        }
    }

    private void CheckParties(BatchEntry entry)
    {
        foreach (var id in entry.Fact.Parties().SelectMany(party => party.Id is { } named ? [named] : party.MayBe).Append(entry.Fact.Polity))
        {
            if (id is not null && !entities.Contains(id))
            {
                Report(entry, PointerTo(entry.Origin.Content, id), $"the entity '{id}' is not described; add it to entities.yaml, or correct the id");
            }
        }
    }

    private void CheckTarget(BatchEntry entry)
    {
        if (entry.Fact is AboutFact about && (!order.TryGetValue(about.Target, out var place) || place >= order[entry.Fact.Id]))
        {
            Report(entry, "/fact", $"there is no entry '{about.Target}' before this one; name the id of a fact, or entity-… or source-… with the id of a description");
        }
    }

    private void CheckCitations(BatchEntry entry)
    {
        var fact = entry.Fact;
        if (fact is EntityDescribed or SourceArchived)
        {
            return;
        }

        CheckCitations(entry, fact, "", mayHaveNone: fact is ChangeOfFact);
        if (fact is FactCorrected correction)
        {
            CheckCitations(entry, correction.Content, "/content", mayHaveNone: correction.Content is EntityDescribed or SourceArchived);
        }
    }

    private void CheckCitations(BatchEntry entry, Fact fact, string pointer, bool mayHaveNone)
    {
        if (fact.Citations.Count == 0 && !mayHaveNone)
        {
            Report(entry, pointer, "the fact has no citation; say who says so: citations: [{ source: …, quote: … }]");
        }

        for (var i = 0; i < fact.Citations.Count; i++)
        {
            CheckQuote(entry, fact.Citations[i], $"{pointer}/citations/{i}");
        }
    }

    private void CheckQuote(BatchEntry entry, Citation citation, string pointer)
    {
        var finding = QuoteCheck.Of(citation, sources.GetValueOrDefault(citation.Source), snapshots);
        foreach (var problem in finding.Problems)
        {
            Report(entry, pointer + problem.Pointer, problem.Message);
        }

        switch (finding.Standing)
        {
            case QuoteStanding.Exact when citation.Start is null:
                Report(entry, pointer + "/quote", $"the quote's place is missing: write start: {finding.Citation.Start} and end: {finding.Citation.End}");
                break;
            case QuoteStanding.Exact when finding.Citation.Snapshot != citation.Snapshot:
                Report(entry, pointer + "/quote", $"the quote is not from the source's first snapshot: write snapshot: {finding.Citation.Snapshot}");
                break;
            case QuoteStanding.Exact:
                QuotesChecked++;
                CheckUnique(entry, finding, pointer);
                break;
            case QuoteStanding.ExcerptOnly:
                QuotesOfExcerpts++;
                break;
            case QuoteStanding.NotChecked:
                QuotesNotChecked++;
                break;
        }
    }

    /// <summary>A place tells which of two quotes is meant in this text; only the words around it tell so in the next.</summary>
    private void CheckUnique(BatchEntry entry, QuoteFinding finding, string pointer)
    {
        var citation = finding.Citation;
        var from = sources[citation.Source].SnapshotOf(citation)!;
        var text = snapshots.First(text => text.Sha256 == from.Sha256);
        var places = text.PlacesOf(citation.Quote, citation.Prefix, citation.Suffix).ToList();
        if (places.Count > 1)
        {
            Report(entry, pointer + "/quote", $"the quote stands at {string.Join(", ", places)}; add the words right before or after it as prefix or suffix");
        }
    }

    private void Report(BatchEntry entry, string pointer, string message) =>
        problems.Add(new(entry.Origin.File, entry.Origin.LineOf(pointer), message));

    /// <summary>Where in an entry a word stands, so that the line of a wrong reference can be named.</summary>
    private static string PointerTo(JsonNode? node, string word, string pointer = "")
    {
        var children = node switch
        {
            JsonObject members => members.Select(member => (Pointer: $"{pointer}/{member.Key}", member.Value)),
            JsonArray items => items.Select((item, i) => (Pointer: $"{pointer}/{i}", Value: item)),
            _ => [],
        };
        foreach (var (at, child) in children)
        {
            if (child is JsonValue value && value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() == word)
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
