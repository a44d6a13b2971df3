using ArtsakhLedger.Entities;
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
        ["call-made"] = "Calls on others",
        ["meeting-held"] = "Meetings",
        ["membership-applied"] = "Applications for membership",
        ["membership-refused"] = "Memberships refused",
        ["minister-nominated"] = "Nominations",
        ["position-stated"] = "Positions",
        ["recognition-passed"] = "Recognitions by parties that their sources leave unnamed",
        ["referendum-held"] = "Referendums",
        ["state-succeeded"] = "Successions of states",
        ["statement-made"] = "Statements",
        ["visit-made"] = "Visits",
        ["vote-held"] = "Votes in organisations",
    };

    public static string Of(string kind, EntityRegister? entities = null) =>
        FactType.Named(kind) is null
            ? EpisodeKindInWords.Of(kind, entities)
            : OfTypes.GetValueOrDefault(kind) ?? PartyNames.AsSentence(kind.Replace('-', ' '));

    /// <summary>The same within a sentence.</summary>
    public static string Within(string kind, EntityRegister entities) =>
        FactType.Named(kind) is null ? EpisodeKindInWords.Within(kind, entities) : Of(kind).ToLowerInvariant();
}
