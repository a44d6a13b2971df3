using ArtsakhLedger.Checks;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Sheets.Columns;
using ArtsakhLedger.Sheets.Names;
using ArtsakhLedger.Sheets.Reading;
using ArtsakhLedger.Sheets.Rows;
using ArtsakhLedger.Sheets.Templates;
using ArtsakhLedger.Sources;
using ArtsakhLedger.Vocabulary;

namespace ArtsakhLedger.Sheets.Planning;

/// <summary>Makes facts of a sheet: understands its columns, finds the entities and dates, and checks everything by the rules for all facts.</summary>
public sealed class SheetPlanner
{
    private const int Step = 500;

    private readonly SheetTable table;
    private readonly ColumnMap map;
    private readonly SheetLedger ledger;
    private readonly CancellationToken cancellation;
    private readonly SheetKind kind;
    private readonly string? kindRemark;
    private readonly NameMatch polity;
    private readonly NameMatcher names;
    private readonly IReadOnlyList<ColumnMatch> columns;
    private readonly DateCells dates;
    private readonly SheetSource source;
    private readonly CitedSources cited;
    private readonly RowProblems problems;
    private readonly List<SheetProblem> warnings = [];
    private readonly Dictionary<Fact, int> rowOfNew = new(ReferenceEqualityComparer.Instance);
    private int recorded;

    private SheetPlanner(SheetTable table, ColumnMap map, SheetLedger ledger, CancellationToken cancellation)
    {
        (this.table, this.map, this.ledger, this.cancellation) = (table, map, ledger, cancellation);
        (kind, kindRemark) = KindSearch.Of(table, map);
        var entities = new EntityRegister(ledger.Descriptions);
        names = new(entities, map.Entities, table.FileName);
        polity = PolityOf(map, names);
        columns = ColumnMatcher.Match(kind, table, map, names.Knows);
        dates = new(table, columns, map.Dates);
        source = new(table, map.Title);
        cited = new(new(entities), table.FileName, columns);
        problems = new(table, kind);
    }

    /// <summary>Plans what a sheet makes.</summary>
    /// <param name="table">The sheet.</param>
    /// <param name="map">How it is to be understood, as far as somebody has said so.</param>
    /// <param name="ledger">What the ledger has.</param>
    /// <param name="cancellation">Cancels the planning.</param>
    /// <exception cref="UnusableMapException">The map names what there is not, or neither map nor sheet says what the rows tell of.</exception>
    public static Task<SheetPlan> PlanAsync(SheetTable table, ColumnMap map, SheetLedger ledger, CancellationToken cancellation) =>
        new SheetPlanner(table, map, ledger, cancellation).PlanAsync();

    private async Task<SheetPlan> PlanAsync()
    {
        CheckMap();
        CheckCells();
        var facts = await WithIdsAsync(await WithoutRecordedAsync(Merged(ReadRows())));
        var (entities, sources) = DescriptionsFor(facts);
        foreach (var name in names.All.Where(name => name is { By: FoundBy.New, Rows.Count: > 0 }))
        {
            rowOfNew.TryAdd(name.Entity!, name.Rows[0]);
        }

        await CheckAsync(facts, entities, sources);
        return new(
            PreviewOf(facts, entities, sources),
            facts.Count == 0
                ? []
                :
                [
                    .. entities.Select(entity => ((Fact)entity, RowOf(entity))),
                    .. sources.Select(one => ((Fact)one, (int?)null)),
                    .. facts.Select(fact => (fact.Fact, (int?)fact.Row)),
                ],
            source.Source,
            table.Text,
            new()
            {
                Type = kind.Name,
                Polity = polity.Entity!.Entity,
                Worksheet = map.Worksheet,
                Title = map.Title,
                Dates = dates.Order,
                Columns = columns
                    .DistinctBy(column => table.NameOf(column.Column))
                    .ToDictionary(column => table.NameOf(column.Column), column => column.Meaning.Name),
                Values = map.Values,
                Entities = EntitiesToKeep(),
            }
        );
    }

    private static NameMatch PolityOf(ColumnMap map, NameMatcher names)
    {
        if (map.Polity is not { Length: > 0 } id)
        {
            throw new UnusableMapException(
                "the sheet does not say whose foreign relations it tells of; give the polity's id: --polity kosovo, for example"
            );
        }

        var found = Slug.IsValid(id) ? names.Polity(id) : throw new UnusableMapException(Slug.Invalid(id));
        return found.Entity!.Kind == EntityKind.Polity
            ? found
            : throw new UnusableMapException($"'{id}' is no polity; name the one whose foreign relations the sheet tells of");
    }

    /// <summary>The map may name only what there is.</summary>
    private void CheckMap()
    {
        var headers = Enumerable.Range(0, table.Headers.Count).Select(table.NameOf).ToHashSet();
        foreach (var (header, meaning) in map.Columns)
        {
            if (headers.Contains(header) && kind.Meaning(meaning) is null)
            {
                throw new UnusableMapException(
                    $"'{meaning}' is nothing that a column of {kind.Name} says; write one of {string.Join(", ", kind.Meanings.Select(one => one.Name))}"
                );
            }
        }

        if (map.Values.Keys.FirstOrDefault(field => kind.Field(field) is null) is { } unknown)
        {
            throw new UnusableMapException(
                $"{kind.Name} has no field '{unknown}' to give a value; write one of {string.Join(", ", kind.Fields.Select(field => field.Name))}"
            );
        }
    }

    /// <summary>Cells that have no value, and cells beside the columns.</summary>
    private void CheckCells()
    {
        foreach (var fault in table.Faults.Where(fault => columns[fault.Column].Meaning.Kind != MeaningKind.Ignored))
        {
            problems.All.Add(
                new(
                    fault.Row,
                    table.NameOf(fault.Column),
                    table.Rows.FirstOrDefault(row => row.Number == fault.Row)?[fault.Column],
                    fault.Message
                )
            );
        }

        foreach (var column in columns.Where(column => column is { By: MatchedBy.Nothing }))
        {
            warnings.Add(
                new(
                    null,
                    table.NameOf(column.Column),
                    null,
                    column.Header.Length == 0 && table.Rows.FirstOrDefault(row => row[column.Column].Length > 0) is { } stray
                        ? $"the column has no header, and row {stray.Number} has a cell there; are there too many marks between the cells of that row?"
                        : "it is not known what the column says, so it is left out"
                )
            );
        }
    }

    private IEnumerable<PlannedFact> ReadRows()
    {
        var reader = new RowReader(kind, columns, map.Values, names, dates);
        for (var i = 0; i < table.Rows.Count; i++)
        {
            if (i % Step == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            var row = table.Rows[i];
            var found = new List<SheetProblem>();
            var contents = reader.Read(row, found).ToList();
            problems.All.AddRange(found);
            Citation[] citations = [.. new[] { cited.Of(row, warnings), source.Cite(row) }.OfType<Citation>()];
            foreach (var content in contents)
            {
                var unread = new List<FactProblem>();
                if (FactReader.ForJson.ReadFact(content.Content, unread) is { } fact && found.Count == 0)
                {
                    yield return new(fact with { Polity = polity.Entity!.Entity, Citations = citations }, content);
                }

                // What is missing is told once, and not where it may follow from what is wrong in the row.
                foreach (
                    var problem in unread.Where(problem =>
                        problem.Missing is null
                        || (content == contents[0] && (found.Count == 0 || content.Columns.ContainsKey(problem.Missing)))
                    )
                )
                {
                    problems.Add(content, problem);
                }
            }
        }
    }

    /// <summary>Rows that say the same make one fact, which cites them all.</summary>
    private List<PlannedFact> Merged(IEnumerable<PlannedFact> all)
    {
        var merged = new List<PlannedFact>();
        var byKey = new Dictionary<string, int>();
        foreach (var planned in all)
        {
            if (Likeness.KeyOf(planned.Fact) is not { } key || byKey.TryAdd(key, merged.Count))
            {
                merged.Add(planned);
                continue;
            }

            var first = merged[byKey[key]];
            merged[byKey[key]] = first with
            {
                Fact = first.Fact with { Citations = [.. first.Fact.Citations.Concat(planned.Fact.Citations).Distinct()] },
            };
            warnings.Add(new(planned.Row, null, null, $"the row says the same as row {first.Row}: one fact is recorded, which cites both"));
        }

        return merged;
    }

    private async Task<List<PlannedFact>> WithoutRecordedAsync(List<PlannedFact> all)
    {
        var known = new FactsAsKnown(await ledger.FactsOf(polity.Entity!.Entity, cancellation));
        var byKey = new Dictionary<string, string>();
        foreach (var entry in known.InForce)
        {
            if (Likeness.KeyOf(entry.Fact) is { } key)
            {
                byKey.TryAdd(key, entry.Fact.Id);
            }
        }

        var rest = new List<PlannedFact>(all.Count);
        foreach (var planned in all)
        {
            if (Likeness.KeyOf(planned.Fact) is { } key && byKey.TryGetValue(key, out var same))
            {
                recorded++;
                warnings.Add(new(planned.Row, null, null, $"what the row says is recorded already, as '{same}', and is left out"));
            }
            else
            {
                rest.Add(planned);
            }
        }

        return rest;
    }

    /// <summary>Gives every fact a free id: the polity, and what the fact says.</summary>
    private async Task<List<PlannedFact>> WithIdsAsync(List<PlannedFact> all)
    {
        var derived = all.Select(planned => $"{polity.Entity!.Entity}-{FactIds.Derive(planned.Fact)}").ToList();
        var first = await ledger.TakenAmong([.. derived.Distinct()], cancellation);
        var repeated = derived.GroupBy(id => id).Where(same => first.Contains(same.Key)).SelectMany(same => FactIds.Candidates(same.Key));
        var taken = new HashSet<string>(first);
        if (first.Count > 0)
        {
            taken.UnionWith(await ledger.TakenAmong([.. repeated], cancellation));
        }

        return
        [
            .. all.Select(
                (planned, i) => planned with { Fact = planned.Fact with { Id = FactIds.Candidates(derived[i]).First(taken.Add) } }
            ),
        ];
    }

    /// <summary>The descriptions that the facts need: of the entities that they name, and of the sources that they cite.</summary>
    private (IReadOnlyList<EntityDescribed> Entities, IReadOnlyList<SourceArchived> Sources) DescriptionsFor(List<PlannedFact> facts)
    {
        var named = facts
            .SelectMany(planned => planned.Fact.Parties().SelectMany(party => party.Id is { } id ? [id] : party.MayBe))
            .Append(polity.Entity!.Entity)
            .ToHashSet();
        var quoted = facts.SelectMany(planned => planned.Fact.Sources()).ToHashSet();
        return (
            [.. names.New.Where(entity => named.Contains(entity.Entity))],
            [.. new[] { source.Source }.Concat(cited.New.Where(one => quoted.Contains(one.Source)))]
        );
    }

    private async Task CheckAsync(List<PlannedFact> facts, IReadOnlyList<EntityDescribed> entities, IReadOnlyList<SourceArchived> sources)
    {
        var record = new RecordSoFar();
        foreach (var entry in ledger.Descriptions)
        {
            record.Add(entry);
        }

        foreach (var description in entities.Cast<Fact>().Concat(sources))
        {
            foreach (var problem in FactCheck.ProblemsOf(description, record.KnownTo(description, []), _ => []))
            {
                problems.All.Add(new(RowOf(description), null, null, problem.Message));
            }

            record.Add(description);
        }

        var texts = new List<SnapshotText>();
        foreach (var known in facts.SelectMany(planned => planned.Fact.Sources()).Distinct().Select(cited.WithId).OfType<SourceArchived>())
        {
            texts.AddRange(known.Snapshots.Count > 0 ? await ledger.TextsOf(known, cancellation) : []);
        }

        for (var i = 0; i < facts.Count; i++)
        {
            if (i % Step == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            var (fact, from) = facts[i];
            foreach (var problem in FactCheck.ProblemsOf(fact, record.KnownTo(fact, texts), citation => ProblemsOf(citation, texts)))
            {
                problems.Add(from, problem);
            }
        }
    }

    /// <summary>The words of a row are as they stand in the sheet; those of a document are held against its text, if the ledger has it.</summary>
    private IEnumerable<FactProblem> ProblemsOf(Citation citation, IReadOnlyList<SnapshotText> texts) =>
        citation.Source == source.Source.Source ? [] : QuoteCheck.Of(citation, cited.WithId(citation.Source), texts).Problems;

    private int? RowOf(Fact description) => rowOfNew.TryGetValue(description, out var row) ? row : null;

    private Dictionary<string, string> EntitiesToKeep() =>
        names
            .All.Where(name => name.By is FoundBy.Map or FoundBy.Alias or FoundBy.Nothing)
            .DistinctBy(name => name.Written)
            .ToDictionary(name => name.Written, name => name.Entity?.Entity ?? ColumnMap.NotSaid);

    private SheetPreview PreviewOf(List<PlannedFact> facts, IReadOnlyList<EntityDescribed> entities, IReadOnlyList<SourceArchived> sources)
    {
        var shown = names.All.ToList();
        warnings.AddRange(
            shown.Where(name => name.Warning is not null).Select(name => new SheetProblem(name.Rows[0], null, name.Written, name.Warning!))
        );
        if (names.IsExhausted)
        {
            warnings.Add(
                new(null, null, null, "there are too many new names to look for what is nearly each; look through those that are new")
            );
        }

        var allDates = dates.All.ToList();
        PartyNames words = new(NameOf(polity.Entity!), id => names.WithId(id) is { } entity ? NameOf(entity) : id);
        return new(
            table.FileName,
            table.Format,
            table.Rows.Count,
            kind.Name,
            new(polity.Entity!.Entity, polity.Entity.Names[0].Text),
            source.Source.Source,
            [.. table.Remarks, .. new[] { kindRemark, dates.Remark }.OfType<string>()],
            [.. columns.Select(column => ShownColumn.Of(column, table))],
            [
                .. shown
                    .Prepend(polity)
                    .Where(name => name != polity || polity.By == FoundBy.New)
                    .Take(SheetPreview.MostShown)
                    .Select(ShownName.Of),
            ],
            [.. allDates.Take(SheetPreview.MostShown).Select(one => ShownDate.Of(one.Written, one.Date, one.Count))],
            [.. facts.Take(SheetPreview.MostShown).Select(planned => ShownFact.Of(planned.Row, planned.Fact, words))],
            [.. problems.All.OrderBy(problem => problem.Row ?? 0).Take(SheetPreview.MostShown)],
            [.. warnings.OrderBy(warning => warning.Row ?? 0).Take(SheetPreview.MostShown)]
        )
        {
            NameCount = shown.Count,
            DateCount = allDates.Count,
            FactCount = facts.Count,
            EntityCount = facts.Count == 0 ? 0 : entities.Count,
            SourceCount = facts.Count == 0 ? 0 : sources.Count,
            RecordedCount = recorded,
            ProblemCount = problems.All.Count,
            WarningCount = warnings.Count,
            Examples = SheetTemplate.ExamplesIn(table, kind),
        };
    }

    private static string NameOf(EntityDescribed entity) => entity.Names[0].InText ?? entity.Names[0].Text;
}
