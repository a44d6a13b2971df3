using ArtsakhLedger.StateAsOf;
using JasperFx.CommandLine;
using Spectre.Console;

namespace ArtsakhLedger.CommandLine;

public sealed class StateInput : QueryInput
{
    [Description("The polity, such as artsakh")]
    public string Polity { get; set; } = "";

    [Description("The date asked about: a day such as 2006-06-01, or a longer date such as 1997 or 2013-02/2013-04")]
    public string? OnFlag { get; set; }

    [Description("Only entries of this kind, such as office")]
    public string? KindFlag { get; set; }

    [Description("Only what this source tells, alone; several with commas between them")]
    public string? SourceFlag { get; set; }
}

/// <summary>The state of a polity as of a date, as a table.</summary>
[Description("What held of a polity on a date, how surely, and why", Name = "state")]
public sealed class StateCommand(CommandContext context) : QueryCommand<StateInput>(context)
{
    protected override async Task QueryAsync(StateInput input, QueriedLedger ledger, CancellationToken cancellation)
    {
        var question = StateQuestion.Parse(
            input.Polity,
            input.OnFlag,
            input.KnownAtFlag,
            input.KindFlag,
            null,
            input.SourceFlag?.Split(',')
        );
        var (answer, _) = await question.AnswerAsync(ledger.Polities, cancellation);
        if (input.JsonFlag)
        {
            PrintJson(answer);
        }
        else
        {
            Print(answer);
        }
    }

    private void Print(StateAnswer answer)
    {
        Say($"{answer.Polity.Name} on {answer.On}, as known at position {answer.KnownAt.Position}");
        Say($"Existence: {InWords(answer.Existence)}");
        if (answer.Entries.Count == 0)
        {
            Say("Nothing held.");
            return;
        }

        var table = new Table { Border = TableBorder.Simple, Width = 80 };
        table.AddColumn("held");
        table.AddColumn(new TableColumn("start").NoWrap());
        table.AddColumn(new TableColumn("end").NoWrap());
        table.AddColumn(new TableColumn("how surely").Width(18));
        foreach (var entry in answer.Entries)
        {
            table.AddRow(
                Markup.Escape(entry.Statement),
                Markup.Escape(DateOf(entry.Start)),
                Markup.Escape(DateOf(entry.End)),
                Markup.Escape(InWords(entry) + (entry.Undated ? ", start not bounded" : "") + (entry.Inferred ? ", inferred" : ""))
            );
        }

        Console.Write(table);
    }

    private static string DateOf(BoundAnswer bound) => string.Join('\n', bound.Claims.Select(claim => claim.Edtf));

    private static string InWords(ThreeValues values) =>
        values.Certainty is { } day
            ? Word(day) + (values.Basis is { } basis ? $" ({Word(basis)})" : "")
            : $"throughout {Word(values.Throughout!.Value)}, at some time {Word(values.AtSomeTime!.Value)}";
}
