using ArtsakhLedger.Answers;
using ArtsakhLedger.Asking;
using JasperFx.CommandLine;
using Spectre.Console;

namespace ArtsakhLedger.CommandLine;

public sealed class BatchesInput : QueryInput;

/// <summary>The batches that were imported, as a table.</summary>
[Description("The batches that were imported, and their positions", Name = "batches")]
public sealed class BatchesCommand(CommandContext context) : QueryCommand<BatchesInput>(context)
{
    protected override async Task QueryAsync(BatchesInput input, QueriedLedger ledger, CancellationToken cancellation)
    {
        var known = await KnownAt.ResolveAsync(ledger.Reader, input.KnownAtFlag, null, cancellation);
        var batches = await ledger.Reader.BatchesAsync(known.Position, cancellation);
        if (input.JsonFlag)
        {
            PrintJson(new Page<BatchAnswer>([.. batches.Select(BatchesEndpoint.AnswerOf)], null));
            return;
        }

        var table = TableOf("batch", "positions", "events", "recorded until");
        foreach (var batch in batches)
        {
            table.AddRow(
                Markup.Escape(batch.Name),
                $"{batch.First} to {batch.Last}",
                $"{batch.Events}",
                $"{batch.RecordedUntil:yyyy-MM-dd HH:mm}"
            );
        }

        Console.Write(table);
    }
}
