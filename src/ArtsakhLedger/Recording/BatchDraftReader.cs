using System.Text.Json.Nodes;
using ArtsakhLedger.Access;
using ArtsakhLedger.Asking;
using ArtsakhLedger.Checks;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Database;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Http;
using ArtsakhLedger.Import;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Preferences;
using ArtsakhLedger.Sources;
using ArtsakhLedger.Vocabulary;

namespace ArtsakhLedger.Recording;

/// <summary>Drafts a batch from a request: finds which of its entries are new, and their problems.</summary>
public sealed class BatchDraftReader(
    LedgerDatabase database,
    LedgerReader ledger,
    SnapshotStore texts,
    NameInUse naming,
    IConfiguration configuration
)
{
    /// <exception cref="RequestProblem">400 for an invalid name, and what <see cref="BatchBody.ReadAsync"/> throws.</exception>
    public async Task<BatchDraft> ReadAsync(HttpContext http, string? batch)
    {
        var polity =
            BatchName.PolityOf(batch ?? "")
            ?? throw RequestProblem.BadParameter(
                "batch",
                $"Name the batch: {BatchName.Format}{await Example.OfBatchAsync(ledger, null, http.RequestAborted)}."
            );
        return await OfAsync(http, batch!, polity, await BatchBody.ReadAsync(http.Request));
    }

    private async Task<BatchDraft> OfAsync(HttpContext http, string batch, string polity, IEnumerable<BatchLine> lines)
    {
        var head = await ledger.HeadAsync(http.RequestAborted);
        var descriptions = await ledger.DescriptionsAsync(head.Position, http.RequestAborted);
        var problems = new LineProblems();
        var entries = EntriesOf(lines, polity, descriptions, problems);
        var record = await RecordBeforeAsync(entries, polity, descriptions, head, http.RequestAborted);
        var recorded = await RecordedContent.ReadAsync(
            database,
            entries.Select(entry => entry.Fact.Id),
            head.Position,
            http.RequestAborted
        );
        var (facts, lookedAt, broughtBack) = await NewAmongAsync(entries, record, recorded, problems, http.RequestAborted);
        if (problems.ToProblem() is null && polity != BatchName.OfNoPolity && !record.IsPolity(polity))
        {
            throw RequestProblem.BadParameter(
                "batch",
                $"The ledger has no polity '{polity}'. Describe it first: in this batch, or with POST /entities. A batch of descriptions alone may be {BatchName.OfNoPolity}/{{NNNN-name}}."
            );
        }

        return new(batch, facts, problems, http.User.Author(), head.Position)
        {
            RenewAsync = () => OfAsync(http, batch, polity, lines),
            Key = Idempotency.KeyOf(http),
            IsClosed = EventsFolderPath.For(naming.Name, configuration["Events"]) is { } folder && ClosedBatches.Contains(folder, batch),
            DependsOn = lookedAt,
            BroughtBack = broughtBack,
        };
    }

    private static List<(int Line, Fact Fact)> EntriesOf(
        IEnumerable<BatchLine> lines,
        string polity,
        IReadOnlyList<RecordedFact> descriptions,
        LineProblems problems
    )
    {
        var described = descriptions.Select(entry => entry.Fact.Id).ToHashSet();
        var reader = new EntryReader(FactReader.ForJson, polity, described.Contains) { NeedsIds = false };
        var entries = new List<(int, Fact)>();
        foreach (var line in lines)
        {
            if (line.Content is not { } content)
            {
                problems.AddUnreadable(line.Number, line.Unreadable!);
                continue;
            }

            var found = JsonBody.ProblemsOf(content).ToList();
            if (found.Count == 0 && Read(reader, content, found) is { } fact)
            {
                entries.Add((line.Number, fact));
                if (fact.Polity is null)
                {
                    described.Add(fact.Id);
                }
            }

            found.ForEach(problem => problems.Add(line.Number, problem));
        }

        return entries;
    }

    private static Fact? Read(EntryReader reader, JsonObject content, List<FactProblem> problems)
    {
        switch (content["type"]?.ToString())
        {
            case "entity-described":
                content.Remove("type");
                return reader.ReadEntity(content, problems);
            case "source-archived":
                content.Remove("type");
                return reader.ReadSource(content, problems);
            default:
                return reader.ReadFact(content, problems);
        }
    }

    /// <summary>The part of the record that entries of the batch may refer to.</summary>
    private async Task<RecordSoFar> RecordBeforeAsync(
        List<(int Line, Fact Fact)> entries,
        string polity,
        IReadOnlyList<RecordedFact> descriptions,
        Head head,
        CancellationToken cancellation
    )
    {
        var contents = entries
            .Select(entry => entry.Fact)
            .Concat(entries.Select(entry => (entry.Fact as FactCorrected)?.Content).OfType<Fact>())
            .ToList();
        var targets = contents
            .OfType<AboutFact>()
            .SelectMany(fact => fact is FactsIdentified identity ? [identity.Target, identity.Same] : new[] { fact.Target })
            .Distinct()
            .ToList();
        var about = targets.Count == 0 ? [] : await ledger.EntriesAboutAsync(targets, head.Position, cancellation);
        var disputed = contents.Exists(fact => fact is ClaimPreferred)
            ? await ledger.FactsOfAsync(polity, head.Position, cancellation)
            : [];
        var identified = contents.Exists(fact => fact is FactsIdentified or ChangeOfFact)
            ? await ledger.IdentificationsOfFactsAsync(polity, head.Position, cancellation)
            : [];
        var record = new RecordSoFar();
        foreach (
            var entry in descriptions
                .Concat(about)
                .Concat(disputed)
                .Concat(identified)
                .DistinctBy(entry => entry.Position)
                .OrderBy(entry => entry.Position)
        )
        {
            record.Add(entry);
        }

        if (contents.Exists(IdentityCheck.Concerns))
        {
            foreach (var (known, _) in (await ledger.PolitiesAsync(cancellation)).Where(known => known.Position <= head.Position))
            {
                record.AddPolity(known);
            }
        }

        return record;
    }

    /// <summary>The entries that are not recorded yet, the ids of everything that they were checked against, and what reinstatements bring back.</summary>
    private async Task<(
        IReadOnlyList<Fact> Facts,
        IReadOnlyCollection<string> DependsOn,
        IReadOnlyDictionary<string, Fact> BroughtBack
    )> NewAmongAsync(
        List<(int Line, Fact Fact)> entries,
        RecordSoFar record,
        IReadOnlyDictionary<string, RecordedContent> recorded,
        LineProblems problems,
        CancellationToken cancellation
    )
    {
        var facts = new List<Fact>();
        var lines = new Dictionary<string, int>();
        var broughtBack = new Dictionary<string, Fact>();
        var lookedAt = new HashSet<string>();
        var turn = new EntrySequenceCheck(record);
        var cited = new AvailableTexts(texts);
        foreach (var (line, fact) in entries)
        {
            var atHand = await cited.OfAsync(
                CitationCheck.CitationsIn(fact).Select(citation => citation.Source).Distinct().Select(record.Source),
                cancellation
            );
            if (recorded.TryGetValue(fact.Id, out var content))
            {
                if (
                    !content.Matches(fact)
                    && !content.Matches(
                        CitationCheck.Placed(fact, citation => QuoteCheck.Of(citation, record.Source(citation.Source), atHand).Citation)
                    )
                )
                {
                    problems.AddConflict(line, RecordedContent.ConflictOf(fact.Id));
                }

                continue;
            }

            lines.TryAdd(fact.Id, line);
            if (record.BroughtBackBy(fact) is { } back)
            {
                broughtBack.TryAdd(fact.Id, back);
            }

            var placed = new Dictionary<Citation, Citation>(ReferenceEqualityComparer.Instance);
            lookedAt.UnionWith(record.KnownTo(fact, atHand).DependenciesOf(fact));
            foreach (
                var problem in turn.ProblemsOf(
                    fact,
                    $"line {line}",
                    atHand,
                    (finding, citation, _) =>
                    {
                        placed[citation] = finding.Citation;
                        return [];
                    }
                )
            )
            {
                problems.Add(line, problem);
            }

            facts.Add(CitationCheck.Placed(fact, citation => placed.GetValueOrDefault(citation, citation)));
        }

        foreach (var repeated in await RepeatedAmongAsync(facts, broughtBack, cancellation))
        {
            if (lines.TryGetValue(repeated.Fact, out var line))
            {
                problems.Add(line, Likeness.Problem(repeated.Fact, repeated.Recorded));
            }
        }

        return (facts, lookedAt, broughtBack);
    }

    /// <summary>Which of the new entries repeat what is recorded.</summary>
    private async Task<IReadOnlyList<Repetition>> RepeatedAmongAsync(
        List<Fact> facts,
        Dictionary<string, Fact> broughtBack,
        CancellationToken cancellation
    )
    {
        var proposal = new Proposal(facts, Importer.Author, 0) { BroughtBack = broughtBack };
        return await ledger.RepetitionsAsync(proposal, cancellation);
    }
}
