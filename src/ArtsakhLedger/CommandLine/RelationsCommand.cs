using ArtsakhLedger.Facts;
using ArtsakhLedger.Relations;
using ArtsakhLedger.StateAsOf;
using JasperFx.CommandLine;

namespace ArtsakhLedger.CommandLine;

public sealed class RelationsInput : QueryInput
{
    [Description("The id of the polity")]
    public string Polity { get; set; } = "";

    [Description("The other entity, such as ukraine")]
    public string Entity { get; set; } = "";

    [Description("The date asked about: a day such as 2006-06-01, or a longer date such as 1997 or 2013-02/2013-04")]
    public string? OnFlag { get; set; }
}

/// <summary>What held between a polity and an entity, in sentences.</summary>
[Description("What held between a polity and another entity on a date", Name = "relations")]
public sealed class RelationsCommand(CommandContext context) : QueryCommand<RelationsInput>(context)
{
    protected override async Task QueryAsync(RelationsInput input, QueriedLedger ledger, CancellationToken cancellation)
    {
        var question = RelationsQuestion.Parse(input.Polity, input.Entity, input.OnFlag, input.KnownAtFlag, null);
        var (answer, _) = await question.AnswerAsync(ledger.Polities, cancellation);
        if (input.JsonFlag)
        {
            PrintJson(answer);
            return;
        }

        Say($"{answer.Polity.Name} and {answer.Entity.Name} on {answer.On}, as known at position {answer.KnownAt.Position}");
        Print(PartyNames.WithCapitalArticle($"{answer.Entity.InText} recognised {answer.Polity.InText}"), answer.Recognition.OfPolity);
        Print(PartyNames.WithCapitalArticle($"{answer.Polity.InText} recognised {answer.Entity.InText}"), answer.Recognition.ByPolity);
        foreach (var absence in answer.AttestedNot ?? [])
        {
            Say($"{absence.Kind}: attested-not");
            Print(absence.Because);
        }

        foreach (var entry in answer.Entries)
        {
            Say($"{entry.Statement}: {InWords(entry.Certainty, entry.Throughout, entry.AtSomeTime)}");
        }

        foreach (var fact in answer.MayBe ?? [])
        {
            Say($"may be the unnamed party of {fact}");
        }
    }

    private void Print(string statement, RecognitionAnswer recognition)
    {
        var certainty = InWords(recognition.Certainty, recognition.Throughout, recognition.AtSomeTime);
        Say($"{statement}: {Word(recognition.Status)}{(certainty.Length == 0 ? "" : $", {certainty}")}");
        Print(recognition.Because);
    }

    private void Print(IEnumerable<Reason> because)
    {
        foreach (var reason in because)
        {
            Say(
                $"  {Word(reason.Rule)}{(reason.Bound is { } bound ? $" of the {Word(bound)}" : "")}{(reason.Edtf is null ? "" : $", {reason.Edtf}")}"
                    + (reason.Fact is null ? "" : $": {reason.Fact}")
            );
        }
    }

    private static string InWords(RulesOfTime.Certainty? day, RulesOfTime.Certainty? throughout, RulesOfTime.Certainty? atSomeTime) =>
        day is { } certainty ? Word(certainty)
        : throughout is { } all && atSomeTime is { } some ? $"throughout {Word(all)}, at some time {Word(some)}"
        : "";
}
