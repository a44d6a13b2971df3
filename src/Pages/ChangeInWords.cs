using ArtsakhLedger.Changes;
using ArtsakhLedger.RulesOfTime;

namespace ArtsakhLedger.Pages;

/// <summary>What a change means, to follow the statement that changes.</summary>
internal static class ChangeInWords
{
    public static string Of(Change change) =>
        change switch
        {
            { Phase: Suspension.Suspended } => "is suspended",
            { Phase: Suspension.Resumed } => "is resumed",
            { Type: ChangeType.NoLongerAttested, Before: Certainty.Certain } => "is no longer vouched for by a source",
            { Type: ChangeType.AttestedAgain } => "is vouched for by a source again",
            { Before: Certainty before, After: Certainty after } => Of(before, after),
            { Before: CoarseCertainty before, After: CoarseCertainty after } => before == after
                ? "the same, for other reasons"
                : $"{Words(before)} became {Words(after)}",
            _ => "changed",
        };

    private static string Of(Certainty before, Certainty after) =>
        (before, after) switch
        {
            (Certainty.Not or Certainty.NoRecord, Certainty.Certain) => "begins",
            (Certainty.Not or Certainty.NoRecord, Certainty.Possible) => "may begin",
            (Certainty.Possible, Certainty.Certain) => "is certain from now on",
            (Certainty.Certain, Certainty.Possible) => "may have ended",
            (Certainty.Possible, Certainty.Not or Certainty.NoRecord) => "is over at the latest",
            (Certainty.Certain, Certainty.Not or Certainty.NoRecord) => "ends",
            (Certainty.NoRecord, Certainty.Not) => "is known not to be so",
            (Certainty.Not, Certainty.NoRecord) => "no source mentions it any more",
            _ => "its details change",
        };

    private static string Words(CoarseCertainty values) => CertaintyInWords.Of(values.Throughout, values.AtSomeTime).Words;
}
