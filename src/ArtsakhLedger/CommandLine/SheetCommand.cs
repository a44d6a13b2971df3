using ArtsakhLedger.Sheets.Columns;
using ArtsakhLedger.Sheets.Templates;
using JasperFx.CommandLine;

namespace ArtsakhLedger.CommandLine;

public sealed class SheetInput
{
    [Description("The type of fact, such as recognition-passed; without it, a list of them")]
    public string? Type { get; set; }

    [Description("A column for every field, rather than for those that most rows need")]
    public bool AllFlag { get; set; }
}

/// <summary>Prints an empty sheet for a type of fact: headers and two example rows.</summary>
[Description("An empty sheet (CSV) for a type of fact: headers and two example rows", Name = "sheet")]
public sealed class SheetCommand : LedgerCommand<SheetInput>
{
    public SheetCommand(CommandContext context)
        : base(context)
    {
        Usage("List the types of fact").NoArguments();
        Usage("Print a sheet for a type: sheet recognition-passed > kosovo.csv").Arguments(input => input.Type!);
    }

    protected override Task<bool> RunAsync(SheetInput input, CancellationToken cancellation)
    {
        if (ColumnMapFile.TypeOf(input.Type) is not { } type)
        {
            foreach (var kind in SheetKind.All)
            {
                Output.WriteLine($"{kind.Name}: {kind.Hint}");
            }

            return Task.FromResult(true);
        }

        foreach (var line in SheetTemplate.Of(SheetKind.Named(type)!, input.AllFlag).TrimEnd('\n').Split('\n'))
        {
            Output.WriteLine(line);
        }

        return Task.FromResult(true);
    }
}
