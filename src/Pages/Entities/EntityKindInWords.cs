using System.Text.Json;
using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Pages.Entities;

/// <summary>Kinds of entities in English.</summary>
internal static class EntityKindInWords
{
    public static string Of(EntityKind kind) =>
        JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString()) switch
        {
            "polity" => "a polity",
            "sub-national" => "a region",
            "municipality" => "a town",
            "organisation" => "an organisation",
            "institution" => "an institution",
            "group" => "people named together",
            var other => $"a {other.Replace('-', ' ')}",
        };
}
