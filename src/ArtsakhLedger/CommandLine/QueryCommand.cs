using ArtsakhLedger.Entities;
using ArtsakhLedger.Import;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Serving;
using ArtsakhLedger.StateAsOf;
using JasperFx.CommandLine;

namespace ArtsakhLedger.CommandLine;

/// <summary>A verb that queries the ledger and prints the answer: for people in 80 columns, or as the service's JSON.</summary>
public abstract class QueryCommand<TInput>(CommandContext context) : LedgerCommand<TInput>(context)
    where TInput : QueryInput
{
    protected sealed override async Task<bool> RunAsync(TInput input, CancellationToken cancellation)
    {
        await using var place = await FindLedgerAsync(cancellation);
        await FirstImport.EnsureAsync(place.Database, Configuration, new ProgressBars(Console), cancellation);
        var reader = new LedgerReader(place.Database);
        using var polities = new PolityReader(reader);
        using var entities = new EntityReader(reader);
        await QueryAsync(input, new(reader, polities, entities), cancellation);
        return true;
    }

    /// <summary>Queries the ledger, and prints the answer.</summary>
    protected abstract Task QueryAsync(TInput input, QueriedLedger ledger, CancellationToken cancellation);
}

/// <summary>The flags that all queries have.</summary>
public abstract class QueryInput
{
    [Description(
        "As known at a position, a batch (NNNN-name, or polity/NNNN-name where no polity is named), or an instant; by default now"
    )]
    [FlagAlias("known-at", longAliasOnly: true)]
    public string? KnownAtFlag { get; set; }

    [Description("Print the answer as JSON, as the service gives it")]
    public bool JsonFlag { get; set; }
}

/// <summary>The ledger that a verb queries.</summary>
public sealed record QueriedLedger(LedgerReader Reader, PolityReader Polities, EntityReader Entities);
