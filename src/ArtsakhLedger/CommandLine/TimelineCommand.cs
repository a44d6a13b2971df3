using ArtsakhLedger.Timeline;
using JasperFx.CommandLine;
using Spectre.Console;

namespace ArtsakhLedger.CommandLine;

public sealed class TimelineInput : QueryInput
{
    [Description("The polity, such as artsakh")]
    public string Polity { get; set; } = "";

    [Description("The first day, or a longer date such as 2012; by default from the beginning")]
    public string? FromFlag { get; set; }

    [Description("The last day, or a longer date; by default to the end")]
    public string? ToFlag { get; set; }

    [Description("Only facts of this kind of episode, such as office, or of this type, such as visit-made")]
    public string? KindFlag { get; set; }

    [Description("Only facts that name this entity, or whose unnamed party it could be")]
    public string? PartyFlag { get; set; }
}

/// <summary>What happened to a polity, day by day, as a table.</summary>
[Description("What happened to a polity, in the order of days", Name = "timeline")]
public sealed class TimelineCommand(CommandContext context) : QueryCommand<TimelineInput>(context)
{
    protected override async Task QueryAsync(TimelineInput input, QueriedLedger ledger, CancellationToken cancellation)
    {
        var question = TimelineQuestion.Parse(
            input.Polity,
            input.FromFlag,
            input.ToFlag,
            input.KindFlag,
            input.PartyFlag,
            input.KnownAtFlag,
            null
        );
        var (known, _) = await ledger.Polities.AsKnownAsync(input.Polity, input.KnownAtFlag, cancellation);
        var timeline = new PolityTimeline(known);
        var answer = question.AnswerOf(known, new([.. question.FactsOf(known).Select(timeline.ItemOf)], null));
        if (input.JsonFlag)
        {
            PrintJson(answer);
            return;
        }

        Say($"{answer.Polity.Name}, as known at position {answer.KnownAt.Position}");
        if (answer.Items.Count == 0)
        {
            Say("Nothing happened.");
            return;
        }

        var table = TableOf("date", "what happened");
        table.Columns[0].Width(24);
        foreach (var item in answer.Items)
        {
            table.AddRow(Markup.Escape(item.Date ?? "undated"), Markup.Escape(item.Statement + Marks(item)));
        }

        Console.Write(table);
    }

    private static string Marks(TimelineItem item)
    {
        string?[] marks =
        [
            item.MayBe is null ? null : $"may be {string.Join(", ", item.MayBe)}",
            item.Corroborated ? "corroborated" : null,
            item.Rivals is null ? null : "sources differ on the date",
            item.Denied ? "denied" : null,
            item.Inferred ? "inferred" : null,
        ];
        var given = string.Join("; ", marks.OfType<string>());
        return given.Length == 0 ? "" : $" [{given}]";
    }
}
