using ArtsakhLedger.DetailedAnswers;
using ArtsakhLedger.RulesOfTime;
using JasperFx.CommandLine;

namespace ArtsakhLedger.CommandLine;

public sealed class EpisodeInput : QueryInput
{
    [Description("The episode's id: polity/kind/party, as `state --json` has it")]
    public string Id { get; set; } = "";
}

/// <summary>One episode with what each source claims and how its answer changes.</summary>
[Description("One episode: what each source claims of it, and how its answer changes", Name = "episode")]
public sealed class EpisodeCommand(CommandContext context) : QueryCommand<EpisodeInput>(context)
{
    protected override async Task QueryAsync(EpisodeInput input, QueriedLedger ledger, CancellationToken cancellation)
    {
        var (answer, _) = await EpisodeQuestion
            .Parse(input.Id, input.KnownAtFlag, null)
            .AnswerAsync(ledger.Reader, ledger.Polities, cancellation);
        if (input.JsonFlag)
        {
            PrintJson(answer);
            return;
        }

        Say(answer.Statement);
        Say($"{answer.Episode}, as known at position {answer.KnownAt.Position}");
        foreach (var claim in answer.Claims)
        {
            Say($"  {claim.Source}: from {claim.Start ?? "?"} to {claim.End ?? "?"}{(claim.SetAside is null ? "" : ", set aside")}");
        }

        foreach (var attestation in answer.Attestations)
        {
            Say($"  {string.Join(", ", attestation.Sources)}: attested {attestation.Date ?? "without a date"}");
        }

        foreach (var denial in answer.Denials)
        {
            Say($"  {string.Join(", ", denial.Sources)}: {(denial.Denies == "end" ? "the end" : "")} denied");
        }

        foreach (var change in answer.Changes)
        {
            Say($"{change.Day}: {Word((Certainty)change.Before)} to {Word((Certainty)change.After)}");
        }
    }
}
