using ArtsakhLedger.Facts;
using ArtsakhLedger.Vocabulary;

namespace ArtsakhLedger.Pages.Timeline;

/// <summary>Headings for groups of rows: a kind of episode, or a type of fact that only happened.</summary>
internal static class RowNames
{
    private static readonly Dictionary<string, string> OfTypes = new()
    {
        ["agreement-signed"] = "Agreements",
        ["aid-sent"] = "Aid",
        ["arms-supplied"] = "Arms supplied",
        ["meeting-held"] = "Meetings",
        ["position-stated"] = "Positions",
        ["recognition-passed"] = "Recognitions by parties that their sources leave unnamed",
        ["statement-made"] = "Statements",
        ["visit-made"] = "Visits",
    };

    public static string Of(string kind) =>
        FactType.Named(kind) is null
            ? EpisodeKindInWords.Of(kind)
            : OfTypes.GetValueOrDefault(kind) ?? PartyNames.AsSentence(kind.Replace('-', ' '));
}
