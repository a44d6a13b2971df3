using ArtsakhLedger.Entities;
using ArtsakhLedger.Import;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Provenance;
using ArtsakhLedger.Serving;
using ArtsakhLedger.Sources;
using ArtsakhLedger.StateAsOf;
using JasperFx.CommandLine;
using Spectre.Console;

namespace ArtsakhLedger.CommandLine;

public sealed class ProvenanceInput
{
    [Description("The id of the fact")]
    public string Fact { get; set; } = "";

    [Description("As known at a position, a batch (polity/NNNN-name), or an instant; by default now")]
    [FlagAlias("known-at", longAliasOnly: true)]
    public string? KnownAtFlag { get; set; }

    [Description("Print the answer as JSON, as the service gives it")]
    public bool JsonFlag { get; set; }
}

/// <summary>How a statement leads to the quoted passages, as tables.</summary>
[Description("Who says so: a fact's statements, its versions with their authors, and the quotes that it rests on", Name = "provenance")]
public sealed class ProvenanceCommand(CommandContext context) : LedgerCommand<ProvenanceInput>(context)
{
    protected override async Task<bool> RunAsync(ProvenanceInput input, CancellationToken cancellation)
    {
        await using var place = await FindLedgerAsync(cancellation);
        await FirstImport.EnsureAsync(place.Database, Configuration, new ProgressBars(Console), cancellation);
        var ledger = new LedgerReader(place.Database);
        using var entities = new EntityReader(ledger);
        using var polities = new PolityReader(ledger);
        using var sources = new SourceReader(ledger, entities, polities);
        var (answer, _) = await new ProvenanceReader(ledger, sources, polities).AnswerAsync(input.Fact, input.KnownAtFlag, cancellation);
        if (input.JsonFlag)
        {
            PrintJson(answer);
        }
        else
        {
            Print(answer);
        }

        return true;
    }

    private void Print(ProvenanceAnswer answer)
    {
        Say(
            $"{answer.Fact} ({answer.Type}{(answer.Date is { } date ? $", {date}" : "")}{(answer.InForce ? "" : ", retracted")}), as known at position {answer.KnownAt.Position}"
        );
        foreach (var stated in answer.Statements)
        {
            Say($"States: {stated.Statement}");
        }

        var versions = TableOf("position", "who", "what and why");
        foreach (var version in answer.Versions)
        {
            versions.AddRow(
                $"{version.Position}",
                Markup.Escape(version.Author.Name),
                Markup.Escape(version.Reason is null ? version.Type : $"{version.Type}: {version.Reason}")
            );
        }

        Console.Write(versions);
        var quotes = TableOf("quote", "at", "source");
        foreach (var quote in answer.Citations)
        {
            quotes.AddRow(
                Markup.Escape($"“{quote.Quote}”{(quote.For == CitedFor.Fact ? "" : $" ({Word(quote.For)})")}"),
                quote.Start is null ? "–" : $"{quote.Start}–{quote.End}",
                Markup.Escape(
                    $"{quote.Source.Title ?? quote.Source.Source}\n{(quote.Snapshot is { } snapshot ? $"snapshot {snapshot.Sha256[..12]}…" : "no snapshot")}"
                )
            );
        }

        Console.Write(quotes);
    }
}
