using ArtsakhLedger.Asking;
using ArtsakhLedger.Changes;
using ArtsakhLedger.Contradictions;
using ArtsakhLedger.DetailedAnswers;
using ArtsakhLedger.DryRuns;
using ArtsakhLedger.Relations;
using ArtsakhLedger.StateAsOf;
using ArtsakhLedger.Tests.StateAsOf;
using ArtsakhLedger.Timeline;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Asking;

/// <summary>Whoever asks may go away while the answer is being worked out; no more of it is worked out then.</summary>
public sealed class CancelledQuestionsTests
{
    private const string Polity = GeneratedRecord.Polity;

    private static readonly CancellationToken Gone = new(canceled: true);

    public static TheoryData<string> Answers => [.. Answering.Keys];

    private static Dictionary<string, Action<PolityAsKnown, CancellationToken>> Answering { get; } =
        new()
        {
            ["the polity itself"] = (known, gone) => Known(gone),
            ["the state on a day"] = (known, gone) => StateQuestion.Parse(Polity, "2004-01-01", null, null, null).Answer(known, gone),
            ["the state over years"] = (known, gone) => StateQuestion.Parse(Polity, "1991/2020", null, null, null).Answer(known, gone),
            ["changes between dates"] = (known, gone) => ChangesBetweenDates.Of(known).All(null, null, gone),
            ["steps from change to change"] = (known, gone) => ChangeSteps.Of(known, gone),
            ["changes between positions"] = (known, gone) =>
                new ChangesBetweenPositions(null, known, 0).On(QueryDate.Parse("1991/2020"), gone),
            ["the timeline"] = (known, gone) =>
                new TimelineChart(known).Answer(
                    TimelineChartQuestion.Parse(TimelineQuestion.Parse(Polity, null, null, null, null, null, null), null, null, null),
                    gone
                ),
            ["contradictions"] = (known, gone) => new PolityContradictions(known).All(gone),
            ["what an entity takes part in"] = (known, gone) => new EntityRelations(known, "armenia").Answer(gone),
            ["relations"] = (known, gone) => new RelationsOnDate(known, "armenia", QueryDate.Parse("1991/2020"), gone),
            ["what an append would change"] = (known, gone) => new Flips(null, known, 0).All(gone),
        };

    [Theory]
    [MemberData(nameof(Answers))]
    public void An_answer_is_not_worked_out_for_who_has_gone(string answer)
    {
        var known = Known(TestContext.Current.CancellationToken);

        Should.Throw<OperationCanceledException>(() => Answering[answer](known, Gone));
        // And the next one who asks gets it.
        Should.NotThrow(() => Answering[answer](known, TestContext.Current.CancellationToken));
    }

    private static PolityAsKnown Known(CancellationToken cancellation)
    {
        var entries = GeneratedRecord.Of(seed: 7, length: 60).ToLookup(entry => entry.Fact.Polity == Polity);
        return new(Polity, [.. entries[true]], [.. entries[false]], cancellation: cancellation);
    }
}
