using ArtsakhLedger.Answers;
using ArtsakhLedger.Contradictions;
using JasperFx.CommandLine;
using Spectre.Console;

namespace ArtsakhLedger.CommandLine;

public sealed class ContradictionsInput : QueryInput
{
    [Description("The id of the polity")]
    public string Polity { get; set; } = "";
}

/// <summary>Contradictions as a table; what rests on a single source is only counted.</summary>
[Description("What sources say that cannot all be true, and what rests on one source", Name = "contradictions")]
public sealed class ContradictionsCommand(CommandContext context) : QueryCommand<ContradictionsInput>(context)
{
    protected override async Task QueryAsync(ContradictionsInput input, QueriedLedger ledger, CancellationToken cancellation)
    {
        var (known, _) = await ledger.Polities.AsKnownAsync(input.Polity, input.KnownAtFlag, cancellation);
        var answer = ContradictionsEndpoint.AnswerOf(known, new(new PolityContradictions(known).All(cancellation), null));
        if (input.JsonFlag)
        {
            PrintJson(answer);
            return;
        }

        Say($"{answer.Polity.Name}, as known at position {answer.KnownAt.Position}");
        var (single, others) = (answer.Items.Where(IsSingleSource).ToList(), answer.Items.Where(item => !IsSingleSource(item)).ToList());
        if (others.Count == 0)
        {
            Say("There are no contradictions.");
        }
        else
        {
            var table = TableOf("what", "episodes and claims");
            table.Columns[0].Width(16);
            foreach (var item in others)
            {
                table.AddRow(
                    Word(item.Type),
                    Markup.Escape(string.Join('\n', item.Episodes.Concat(item.Claims.Select(claim => $"  {claim}"))))
                );
            }

            Console.Write(table);
        }

        Say(
            $"Resting on one source: {single.Count(item => item.Episodes.Count > 0)} episodes, {single.Count(item => item.Episodes.Count == 0)} other facts."
        );
    }

    private static bool IsSingleSource(ContradictionAnswer item) => item.Type == ContradictionType.SingleSource;
}
