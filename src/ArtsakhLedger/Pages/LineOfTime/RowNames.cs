using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Pages.LineOfTime;

/// <summary>What groups of rows are called: the kind of an episode, or the type of facts that only happen.</summary>
public static class RowNames
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["existence"] = "Existence",
        ["foreign-minister"] = "Foreign ministers",
        ["institution"] = "Institutions",
        ["territory"] = "Territory",
        ["office"] = "Offices",
        ["recognition-by"] = "Recognised by",
        ["recognition-of"] = "Recognised others",
        ["diplomatic-relations"] = "Diplomatic relations",
        ["membership"] = "Memberships",
        ["convention"] = "Conventions",
        ["visa-waiver"] = "Visa waivers",
        ["passport-acceptance"] = "Passports accepted",
        ["twinning"] = "Twinned towns",
        ["friendship-group"] = "Friendship groups",
        ["visit-made"] = "Visits",
        ["meeting-held"] = "Meetings",
        ["statement-made"] = "Statements",
        ["agreement-signed"] = "Agreements",
        ["position-stated"] = "Positions",
    };

    public static string Of(string kind) => Names.GetValueOrDefault(kind) ?? PartyNames.AsSentence(kind.Replace('-', ' '));
}
