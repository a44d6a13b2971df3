namespace ArtsakhLedger.Sheets.Columns;

/// <summary>The further facts that a row can tell of: a recognition is withdrawn and renewed, an office is closed and opened again.</summary>
internal static class FurtherFacts
{
    private const string Withdrawn = "withdrawn";
    private const string Renewed = "renewed";

    private static readonly Dictionary<string, (string Word, string Type)[]> ByType = new()
    {
        ["recognition-passed"] =
        [
            (Withdrawn, "recognition-rescinded"),
            (Renewed, "recognition-passed"),
            ("suspended", "recognition-suspended"),
            ("resumed", "recognition-resumed"),
        ],
        ["diplomatic-relations-established"] =
        [
            ("severed", "diplomatic-relations-severed"),
            (Renewed, "diplomatic-relations-established"),
            ("suspended", "diplomatic-relations-suspended"),
            ("resumed", "diplomatic-relations-resumed"),
        ],
        ["membership-began"] =
        [
            ("ended", "membership-ended"),
            (Renewed, "membership-began"),
            ("suspended", "membership-suspended"),
            ("resumed", "membership-resumed"),
        ],
        ["office-opened"] = [("closed", "office-closed"), ("reopened", "office-opened")],
        ["hosted-office-opened"] = [("closed", "hosted-office-closed"), ("reopened", "hosted-office-opened")],
        ["institution-seated"] = [("closed", "institution-closed"), (Renewed, "institution-seated")],
        ["territory-held"] = [("lost", "territory-lost"), ("regained", "territory-held")],
        ["name-adopted"] = [("dropped", "name-dropped"), (Renewed, "name-adopted")],
        ["minister-appointed"] = [("left", "minister-left"), ("reappointed", "minister-reappointed")],
        ["convention-signed"] = [("ratified", "treaty-ratified"), ("in force", "treaty-in-force"), ("ended", "treaty-ended")],
        ["treaty-in-force"] = [("ended", "treaty-ended"), (Renewed, "treaty-in-force")],
        ["visa-waiver-in-force"] = [("ended", "visa-waiver-ended"), (Renewed, "visa-waiver-in-force")],
        ["passport-accepted"] = [("refused", "passport-refused"), (Renewed, "passport-accepted")],
        ["friendship-group-established"] = [("dissolved", "friendship-group-dissolved"), (Renewed, "friendship-group-established")],
        ["sanctions-imposed"] = [("lifted", "sanctions-lifted"), (Renewed, "sanctions-imposed")],
        ["state-proclaimed"] = [("dissolved", "state-dissolved")],
    };

    private static readonly string[] EndWords =
    [
        Withdrawn,
        "rescinded",
        "revoked",
        "withdrawal",
        "derecognised",
        "derecognized",
        "ended",
        "closed",
        "severed",
        "broken off",
        "lifted",
        "dissolved",
        "left",
        "terminated",
        "date withdrawn",
        "date of withdrawal",
    ];

    private static readonly string[] AgainWords =
    [
        Renewed,
        "again",
        "renewal",
        "re-recognised",
        "recognised again",
        "recognized again",
        "reopened",
        "re-established",
        "restored",
        "rejoined",
        "regained",
        "reimposed",
    ];

    /// <summary>The words that head a column of further facts of a type, and the type of these; the end first, then its renewal.</summary>
    public static IReadOnlyList<(string Word, string Type)> Of(string type) => ByType.GetValueOrDefault(type) ?? [];

    /// <summary>Other words for the same columns.</summary>
    public static IReadOnlyList<string> AliasesOf(string type, string further)
    {
        var at = Of(type).ToList().FindIndex(one => one.Type == further);
        var isEnd = type == "convention-signed" ? further == "treaty-ended" : at == 0;
        return isEnd ? EndWords
            : at == 1 && further == type ? AgainWords
            : [];
    }
}
