using ArtsakhLedger.Entities;
using ArtsakhLedger.Import;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.StateAsOf;
using JasperFx.CommandLine;

namespace ArtsakhLedger.CommandLine;

/// <summary>A verb that asks the ledger and prints the answer: for people in 80 columns, or as the JSON that the service gives.</summary>
public abstract class AskingCommand<TInput>(CommandContext context) : LedgerCommand<TInput>(context)
    where TInput : AskingInput
{
    protected sealed override async Task<bool> RunAsync(TInput input, CancellationToken cancellation)
    {
        await using var place = await FindLedgerAsync(cancellation);
        await FirstImport.EnsureAsync(place.Database, Console, cancellation);
        var reader = new LedgerReader(place.Database);
        using var polities = new PolityReader(reader);
        using var entities = new EntityReader(reader);
        await AskAsync(input, new(reader, polities, entities), cancellation);
        return true;
    }

    /// <summary>Asks, and prints.</summary>
    protected abstract Task AskAsync(TInput input, AskedLedger ledger, CancellationToken cancellation);
}

/// <summary>What a verb that asks takes.</summary>
public abstract class AskingInput
{
    [Description(
        "As known at a position, a batch such as 0001-article (artsakh/0001-article where no polity is named), or an instant; by default now"
    )]
    [FlagAlias("known-at", longAliasOnly: true)]
    public string? KnownAtFlag { get; set; }

    [Description("Print the answer as JSON, as the service gives it")]
    public bool JsonFlag { get; set; }
}

/// <summary>The ledger as a verb asks it.</summary>
public sealed record AskedLedger(LedgerReader Reader, PolityReader Polities, EntityReader Entities);
