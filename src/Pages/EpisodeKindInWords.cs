using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Pages;

/// <summary>Headings for the kinds of episodes.</summary>
internal static class EpisodeKindInWords
{
    /// <param name="kind">The kind's name.</param>
    /// <param name="entities">The entities as known, among them posts that are kinds of their own; null where only known kinds are named.</param>
    public static string Of(string kind, EntityRegister? entities = null) =>
        kind switch
        {
            "existence" => "Existence",
            "name" => "Official names",
            "institution" => "Institutions",
            "territory" => "Territory",
            "office" => "Offices abroad",
            "hosted-office" => "Offices of others",
            "recognition-by" => "Recognised by",
            "recognition-of" => "Recognised others",
            "diplomatic-relations" => "Diplomatic relations",
            "membership" => "Memberships",
            "convention" => "Conventions and treaties",
            "visa-waiver" => "Visas",
            "passport-acceptance" => "Passports",
            "twinning" => "Twin towns",
            "friendship-group" => "Friendship groups in parliaments",
            "war" => "Wars",
            "sanctions" => "Sanctions",
            _ => PartyNames.AsSentence(NameOfPost(kind, entities) ?? KnownPost.Named(kind)?.Words ?? kind.Replace('-', ' ')),
        };

    /// <summary>The same within a sentence: in small letters, but for the name of a post that is described.</summary>
    public static string Within(string kind, EntityRegister entities) =>
        NameOfPost(kind, entities) ?? Of(kind, entities).ToLowerInvariant();

    private static string? NameOfPost(string kind, EntityRegister? entities) =>
        EpisodeKind.Named(kind).IsKnown ? null
        : entities?.Find(kind) is { Kind: EntityKind.Post } post ? post.Names[0].Text
        : null;
}
