using ArtsakhLedger.Changes;
using ArtsakhLedger.Facts;
using ArtsakhLedger.RulesOfTime;

namespace ArtsakhLedger.Pages.Changes;

/// <summary>How the answers of two states of knowledge differ: "came: certain", "was possible, is certain; other end".</summary>
internal static class DifferenceInWords
{
    public static string Of(Change change)
    {
        var (before, after) = (Words(change.Before), Words(change.After));
        var said =
            before == after ? $"{after} as before"
            : IsNothing(change.Before) ? $"came: {after}"
            : IsNothing(change.After) ? $"went: was {before}"
            : $"was {before}, is {after}";
        return change.Differs is { } differs ? $"{said}; other {PartyNames.Joined([.. differs.Select(Named)])}" : said;
    }

    private static bool IsNothing(object value) =>
        value is Certainty.Not or Certainty.NoRecord or CoarseCertainty { AtSomeTime: Certainty.Not or Certainty.NoRecord };

    private static string Words(object value) =>
        (
            value switch
            {
                Certainty day => CertaintyInWords.Of(day),
                CoarseCertainty coarse => CertaintyInWords.Of(coarse.Throughout, coarse.AtSomeTime),
                _ => throw new ArgumentException($"A certainty is expected, not {value}.", nameof(value)),
            }
        ).Words;

    private static string Named(string member) =>
        member switch
        {
            "because" => "reasons",
            "lastAttested" => "last day attested",
            "outsidePolity" => "place in the polity’s life",
            "undated" => "lower bound",
            "inferred" => "inferences",
            _ => member,
        };
}
