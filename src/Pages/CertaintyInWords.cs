using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.StateAsOf;

namespace ArtsakhLedger.Pages;

/// <summary>How surely something held: by a word, and by a form that the style sheet draws.</summary>
/// <param name="Words">Such as "certain", or "certain at some time, possible throughout" for a date coarser than a day.</param>
/// <param name="Form"><c>certain</c>, <c>partly</c> or <c>possible</c>.</param>
public sealed record CertaintyInWords(string Words, string Form)
{
    public static CertaintyInWords Of(ThreeValues values) =>
        values.Certainty is { } day
            ? Of(day)
            : (values.Throughout, values.AtSomeTime) switch
            {
                (Certainty.Certain, _) => new("certain throughout", "certain"),
                (Certainty.Possible, Certainty.Certain) => new("certain at some time, possible throughout", "partly"),
                (_, Certainty.Certain) => new("certain at some time, not throughout", "partly"),
                (Certainty.Possible, _) => new("possible throughout", "possible"),
                (_, Certainty.Possible) => new("possible at some time, not throughout", "possible"),
                (Certainty.NoRecord, _) => new("no record", "not"),
                _ => new("not", "not"),
            };

    public static CertaintyInWords Of(Certainty day) =>
        day switch
        {
            Certainty.Certain => new("certain", "certain"),
            Certainty.Possible => new("possible", "possible"),
            Certainty.Not => new("not", "not"),
            _ => new("no record", "not"),
        };
}
