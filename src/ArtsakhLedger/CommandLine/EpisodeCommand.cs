using ArtsakhLedger.DetailedAnswers;
using ArtsakhLedger.RulesOfTime;
using JasperFx.CommandLine;

namespace ArtsakhLedger.CommandLine;

public sealed class EpisodeInput : QueryInput
{
    [Description("The episode's id, such as artsakh/office/paris")]
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
        foreach (var period in answer.Periods ?? [answer])
        {
            if (answer.Periods is not null)
            {
                Say($"{period.Episode}: {period.Statement}");
            }

            SayWhatIsToldOf(period);
        }
    }

    private void SayWhatIsToldOf(PeriodAnswer answer)
    {
        foreach (var claim in answer.Claims)
        {
            Say($"  {claim.Source}: from {claim.Start ?? "?"} to {claim.End ?? "?"}{(claim.SetAside is null ? "" : ", set aside")}");
        }

        foreach (var attestation in answer.Attestations)
        {
            Say(
                $"  {string.Join(", ", attestation.Sources)}: attested {attestation.Date ?? "without a date"}{(attestation.SetAside ? ", set aside" : "")}{(attestation.MayBeOfAnotherPeriod ? ", in this period or another" : "")}"
            );
        }

        foreach (var denial in answer.Denials)
        {
            Say(
                $"  {string.Join(", ", denial.Sources)}: denies {(denial.Denies == "end" ? "that it ended" : "that it happened")}{(denial.SetAside ? ", set aside" : "")}"
            );
        }

        foreach (var run in answer.OnlyPossible ?? [])
        {
            Say($"  only possible from {run.From ?? "?"} until {run.Until ?? "?"}: {Word(run.Basis)}");
        }

        foreach (var change in answer.Changes)
        {
            Say($"{change.Day}: {Word((Certainty)change.Before)} to {Word((Certainty)change.After)}");
        }
    }
}
