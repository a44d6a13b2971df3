using ArtsakhLedger.Asking;
using ArtsakhLedger.Changes;
using ArtsakhLedger.RulesOfTime;
using JasperFx.CommandLine;
using Spectre.Console;

namespace ArtsakhLedger.CommandLine;

public sealed class ChangesInput : QueryInput
{
    [Description("The polity, such as artsakh")]
    public string Polity { get; set; } = "";

    [Description("Only changes after this date; by default from the beginning")]
    public string? FromFlag { get; set; }

    [Description("Only changes up to this date; by default to the end")]
    public string? ToFlag { get; set; }

    [Description("The date whose answers are compared between two states of knowledge")]
    public string? OnFlag { get; set; }

    [Description("The position, batch or instant whose answer is compared")]
    [FlagAlias("known-from", longAliasOnly: true)]
    public string? KnownFromFlag { get; set; }

    [Description("The position, batch or instant that it is compared with; by default now")]
    [FlagAlias("known-to", longAliasOnly: true)]
    public string? KnownToFlag { get; set; }

    [Description("Also the days on which sources cease to vouch for something, or vouch for it again")]
    public bool AttestationFlag { get; set; }
}

/// <summary>What changed between two dates or two states of knowledge, as a table.</summary>
[Description("What changed between two dates, or in a date's answer between two states of knowledge", Name = "changes")]
public sealed class ChangesCommand(CommandContext context) : QueryCommand<ChangesInput>(context)
{
    protected override async Task QueryAsync(ChangesInput input, QueriedLedger ledger, CancellationToken cancellation)
    {
        var question = ChangesQuestion.Parse(
            input.Polity,
            input.FromFlag,
            input.ToFlag,
            input.OnFlag,
            input.KnownFromFlag,
            input.KnownToFlag,
            input.KnownAtFlag,
            input.AttestationFlag ? "true" : null,
            null
        );
        var before = question.KnownFrom is null
            ? null
            : await KnownAt.ResolveAsync(ledger.Reader, question.KnownFrom, input.Polity, cancellation);
        var at = await KnownAt.ResolveAsync(ledger.Reader, question.KnownAt, input.Polity, cancellation);
        var found = await question.AnswerAsync(ledger.Polities, before, at, cancellation);
        var answer = question.AnswerOf(found, new([.. found.Changes.Select(change => change.ToAnswer())], null));
        if (input.JsonFlag)
        {
            PrintJson(answer);
            return;
        }

        Say($"{answer.Polity.Name}{(answer.On is null ? "" : $" on {answer.On}")}, as known at position {answer.KnownAt.Position}");
        if (answer.Items.Count == 0)
        {
            Say("Nothing changed.");
            return;
        }

        var table = TableOf(answer.On is null ? "day" : "position", "what", "before", "after");
        foreach (var change in answer.Items)
        {
            table.AddRow(
                change.Day ?? $"{change.Position}",
                Markup.Escape(change.Statement + (change.Differs is null ? "" : $" [{string.Join(", ", change.Differs)}]")),
                InWords(change.Before),
                InWords(change.After)
            );
        }

        Console.Write(table);
    }

    private static string InWords(object value) =>
        value is CoarseCertainty coarse ? $"{Word(coarse.Throughout)} / {Word(coarse.AtSomeTime)}" : Word((Certainty)value);
}
