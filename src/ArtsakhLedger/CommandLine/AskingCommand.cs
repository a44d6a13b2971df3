using System.Text.Json;
using ArtsakhLedger.Database;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Import;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.StateAsOf;
using ArtsakhLedger.Vocabulary;
using JasperFx.CommandLine;
using Spectre.Console;

namespace ArtsakhLedger.CommandLine;

/// <summary>A verb that asks the ledger and prints the answer: for people in 80 columns, or as the JSON that the service gives.</summary>
public abstract class AskingCommand<TInput> : LedgerCommand<TInput>
    where TInput : AskingInput
{
    protected sealed override async Task<bool> RunAsync(TInput input)
    {
        await using var place = await DatabaseLocation.FindAsync(null, CancellationToken.None);
        await FirstImport.EnsureAsync(place.Database, CancellationToken.None);
        var reader = new LedgerReader(place.Database);
        using var polities = new PolityReader(reader);
        using var entities = new EntityReader(reader);
        await AskAsync(input, new(reader, polities, entities));
        return true;
    }

    /// <summary>Asks, and prints.</summary>
    protected abstract Task AskAsync(TInput input, AskedLedger ledger);

    protected static void PrintJson<T>(T answer) => Console.WriteLine(JsonSerializer.Serialize(answer, FactJson.Options));

    /// <summary>A table of 80 columns; the last column takes what is left.</summary>
    protected static Table TableOf(params IEnumerable<string> columns)
    {
        var table = new Table { Border = TableBorder.Simple, Width = 80 };
        foreach (var column in columns)
        {
            table.AddColumn(column);
        }

        return table;
    }

    /// <summary>The name of a value as answers have it.</summary>
    protected static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}

/// <summary>What a verb that asks takes.</summary>
public abstract class AskingInput
{
    [Description(
        "As known at a position, a batch such as 0001-article (artsakh/0001-article where no polity is named), or an instant; by default now"
    )]
    public string? KnownAtFlag { get; set; }

    [Description("Print the answer as JSON, as the service gives it")]
    public bool JsonFlag { get; set; }
}

/// <summary>The ledger as a verb asks it.</summary>
public sealed record AskedLedger(LedgerReader Reader, PolityReader Polities, EntityReader Entities);
