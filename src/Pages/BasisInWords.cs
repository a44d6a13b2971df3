using ArtsakhLedger.RulesOfTime;

namespace ArtsakhLedger.Pages;

/// <summary>Why something is only possible, within a sentence.</summary>
internal static class BasisInWords
{
    public static string Of(Basis basis) =>
        basis switch
        {
            Basis.NotYet => "the day is later than the record",
            Basis.Disputed => "disputed",
            Basis.Outside => "the state did not exist then or is not on record",
            Basis.Undated => "start not bounded by any source",
            Basis.Unattested => "end not dated",
            _ => "the dates leave it open",
        };
}
