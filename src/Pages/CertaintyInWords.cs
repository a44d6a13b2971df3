using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.StateAsOf;

namespace ArtsakhLedger.Pages;

/// <summary>How surely something held, in words and as a class of the style sheet.</summary>
/// <param name="Words">Such as "certain", or "certain at some time, possible throughout" for a date coarser than a day.</param>
/// <param name="Form">The class: <c>certain</c>, <c>partly</c>, <c>possible</c> or <c>not</c>.</param>
internal sealed record CertaintyInWords(string Words, string Form)
{
    public static CertaintyInWords Of(ThreeValues values) =>
        values.Certainty is { } day ? Of(day) : Of(values.Throughout, values.AtSomeTime);

    /// <param name="throughout">Whether it held on every day.</param>
    /// <param name="atSomeTime">Whether it held on some day.</param>
    public static CertaintyInWords Of(Certainty? throughout, Certainty? atSomeTime) =>
        (throughout, atSomeTime) switch
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
