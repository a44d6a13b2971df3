using ArtsakhLedger.Answers;
using ArtsakhLedger.Asking;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Vocabulary;
using JasperFx.CommandLine;
using Spectre.Console;

namespace ArtsakhLedger.CommandLine;

public sealed class FactsInput : QueryInput
{
    [Description("Only facts about this polity")]
    public string? PolityFlag { get; set; }

    [Description("Only facts of this kind of episode, such as office")]
    public string? KindFlag { get; set; }

    [Description("Only facts of this type, such as visit-made")]
    [FlagAlias("type", longAliasOnly: true)]
    public string? TypeFlag { get; set; }

    [Description("Only facts that name this entity, or whose unnamed party it could be")]
    [FlagAlias("party", longAliasOnly: true)]
    public string? PartyFlag { get; set; }

    [Description("Only facts that cite this source")]
    public string? SourceFlag { get; set; }

    [Description("Only facts that this subject recorded")]
    public string? AuthorFlag { get; set; }

    [Description("Only facts that came with this batch: polity/NNNN-name")]
    public string? BatchFlag { get; set; }

    [Description("The first day of a window that the fact's days overlap")]
    public string? FromFlag { get; set; }

    [Description("The last day of that window")]
    public string? ToFlag { get; set; }
}

/// <summary>The facts as a table, in the order in which they were recorded.</summary>
[Description("The facts of the record, in the order of record", Name = "facts")]
public sealed class FactsCommand(CommandContext context) : QueryCommand<FactsInput>(context)
{
    protected override async Task QueryAsync(FactsInput input, QueriedLedger ledger, CancellationToken cancellation)
    {
        var filter = FactsEndpoint.FilterOf(
            input.PolityFlag,
            input.KindFlag,
            input.TypeFlag,
            input.PartyFlag,
            input.SourceFlag,
            input.AuthorFlag,
            input.BatchFlag,
            input.FromFlag,
            input.ToFlag
        );
        var known = await KnownAt.ResolveAsync(ledger.Reader, input.KnownAtFlag, input.PolityFlag, cancellation);
        await FactsEndpoint.RequireKnownAsync(filter, known, ledger.Reader, ledger.Entities, cancellation);
        var found = new FactSearch(ledger.Reader, ledger.Entities).FindAsync(filter, 0, known.Position, FactSearch.AtATime, cancellation);
        if (input.JsonFlag)
        {
            PrintJson(
                new Page<System.Text.Json.Nodes.JsonObject>(await found.Select(fact => fact.Answer()).ToListAsync(cancellation), null)
            );
            return;
        }

        var table = TableOf("position", "date", "fact");
        await foreach (var fact in found)
        {
            table.AddRow(
                Markup.Escape($"{fact.Position}"),
                Markup.Escape(fact.Fact.Fact.Date?.ToString() ?? ""),
                Markup.Escape($"{fact.Fact.Fact.Id}\n  {FactType.Of(fact.Fact.Fact).Name}")
            );
        }

        Say($"{table.Rows.Count} facts as known at position {known.Position}");
        Console.Write(table);
    }
}
