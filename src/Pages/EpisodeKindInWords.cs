namespace ArtsakhLedger.Pages;

/// <summary>Headings for the kinds of episodes.</summary>
internal static class EpisodeKindInWords
{
    public static string Of(string kind) =>
        kind switch
        {
            "existence" => "Existence",
            "foreign-minister" => "Foreign minister",
            "institution" => "Institutions",
            "territory" => "Territory",
            "office" => "Representative offices",
            "recognition-by" => "Recognised by",
            "recognition-of" => "Recognised others",
            "diplomatic-relations" => "Diplomatic relations",
            "membership" => "Memberships",
            "convention" => "Conventions",
            "visa-waiver" => "Visas",
            "passport-acceptance" => "Passports",
            "twinning" => "Twin towns",
            "friendship-group" => "Friendship groups in parliaments",
            _ => char.ToUpperInvariant(kind[0]) + kind[1..].Replace('-', ' '),
        };
}
