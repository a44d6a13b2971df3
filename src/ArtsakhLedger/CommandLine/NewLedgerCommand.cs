using ArtsakhLedger.Database;
using ArtsakhLedger.Guides;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Making;
using ArtsakhLedger.Serving;
using JasperFx.CommandLine;

namespace ArtsakhLedger.CommandLine;

public sealed class NewLedgerInput
{
    [Description("What the ledger is called, on pages, in citations and in exports, such as \"Foreign relations of Somaliland\"")]
    public string Name { get; set; } = "";

    [Description("The folder for its batches; by default the current one if that is empty, otherwise a new one in it")]
    public string? Folder { get; set; }

    [Description("Put a few facts about an invented country into it")]
    public bool ExampleFlag { get; set; }
}

/// <summary>Makes a ledger of one's own, with nothing in it.</summary>
[Description("Make a ledger of your own, with a folder for its batches and a name", Name = "new-ledger")]
public sealed class NewLedgerCommand : LedgerCommand<NewLedgerInput>
{
    public NewLedgerCommand(CommandContext context)
        : base(context)
    {
        Usage("Make it in the current folder, or in a new one in it").Arguments(input => input.Name);
        Usage("Make it in another folder").Arguments(input => input.Name, input => input.Folder!);
    }

    protected override async Task<bool> RunAsync(NewLedgerInput input, CancellationToken cancellation)
    {
        var here = Environment.CurrentDirectory;
        var ledger = NewLedger.Plan(LedgerName.From(input.Name), input.Folder, here);
        await using (var place = await FindPlaceAsync(ledger, cancellation))
        {
            await ledger.MakeAsync(place.Database, input.ExampleFlag, cancellation);
        }

        Output.WriteLine($"“{ledger.Name}” is made in {ledger.Folder}.");
        Output.WriteLine(
            input.ExampleFlag
                ? $"Its example is in events/{NewLedger.ExampleBatch}; serve imports it. For a first fact of your own see {LedgerService.DefaultAddress}/guide/{Guide.OfOwnRecord} while the service runs."
                : $"Nothing is in it yet. For a first fact see {LedgerService.DefaultAddress}/guide/{Guide.OfOwnRecord} while the service runs."
        );
        if (ledger.Folder != here)
        {
            Output.WriteLine($"Go there first: cd {Path.GetRelativePath(here, ledger.Folder)}");
        }

        return true;
    }

    /// <summary>The database that is set, or the embedded server on data of the ledger's own.</summary>
    private Task<DatabaseLocation> FindPlaceAsync(NewLedger ledger, CancellationToken cancellation) =>
        DatabaseLocation.FindAsync(
            new ConfigurationBuilder()
                .AddConfiguration(Configuration)
                .AddInMemoryCollection([new("Ledger:Data", ledger.Data), new("Ledger:Name", null)])
                .Build(),
            progress: null,
            cancellation
        );
}
