using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace ArtsakhLedger.Entities;

/// <summary>An authority that identifies entities.</summary>
public enum IdentifierScheme
{
    /// <summary>An item of Wikidata: <c>Q148</c>.</summary>
    Wikidata,

    /// <summary>A country or a subdivision in ISO 3166: <c>AM</c>, <c>ARM</c>, <c>US-CA</c>.</summary>
    Iso3166,

    /// <summary>A place of GeoNames: <c>616051</c>.</summary>
    Geonames,

    /// <summary>A cluster of the Virtual International Authority File.</summary>
    Viaf,

    /// <summary>A state in the list of the Correlates of War project: <c>371</c>.</summary>
    Cow,

    /// <summary>A state in the list of Gleditsch and Ward: <c>371</c>.</summary>
    Gw,

    /// <summary>An institution in ISO 15511: <c>AM-NLA</c>.</summary>
    Isil,
}

/// <summary>What an authority calls an entity.</summary>
public sealed partial record EntityIdentifier
{
    // By the names that files and requests have, and no others: Enum.TryParse also takes +1, white space and lists.
    private static readonly IReadOnlyDictionary<string, IdentifierScheme> Schemes = Enum.GetValues<IdentifierScheme>()
        .ToDictionary(NameOf, StringComparer.Ordinal);

    /// <summary>The names of the authorities, as they stand before the colon.</summary>
    [JsonIgnore]
    public static IEnumerable<string> SchemeNames => Schemes.Keys;

    /// <summary>The authority.</summary>
    public required IdentifierScheme Scheme { get; init; }

    /// <summary>What it calls the entity.</summary>
    public required string Value { get; init; }

    /// <summary>Reads <c>wikidata:Q148</c>.</summary>
    /// <returns>Null if that is no scheme with a value of its form.</returns>
    public static EntityIdentifier? Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || !Schemes.TryGetValue(text[..colon], out var scheme))
        {
            return null;
        }

        var identifier = new EntityIdentifier { Scheme = scheme, Value = text[(colon + 1)..] };
        return identifier.HasForm() ? identifier : null;
    }

    /// <summary>Whether the value has the form that the authority uses.</summary>
    public bool HasForm() =>
        Scheme switch
        {
            IdentifierScheme.Wikidata => WikidataItem.IsMatch(Value),
            IdentifierScheme.Iso3166 => Iso3166Code.IsMatch(Value),
            IdentifierScheme.Geonames => GeonamesNumber.IsMatch(Value),
            IdentifierScheme.Viaf => ViafNumber.IsMatch(Value),
            IdentifierScheme.Cow or IdentifierScheme.Gw => StateNumber.IsMatch(Value),
            _ => IsilCode.IsMatch(Value),
        };

    /// <summary>An example of the form, for messages.</summary>
    public static string ExampleOf(IdentifierScheme scheme) =>
        scheme switch
        {
            IdentifierScheme.Wikidata => "Q148",
            IdentifierScheme.Iso3166 => "AM, ARM, or US-CA for a subdivision",
            IdentifierScheme.Geonames => "616051",
            IdentifierScheme.Viaf => "132441531",
            IdentifierScheme.Cow or IdentifierScheme.Gw => "371",
            _ => "AM-NLA",
        };

    /// <summary>The address of the authority's page about the entity; null where the authority has none of which the address follows from the value.</summary>
    [JsonIgnore]
    public string? Address =>
        Scheme switch
        {
            IdentifierScheme.Wikidata => $"https://www.wikidata.org/wiki/{Value}",
            IdentifierScheme.Geonames => $"https://www.geonames.org/{Value}",
            IdentifierScheme.Viaf => $"https://viaf.org/viaf/{Value}",
            _ => null,
        };

    /// <summary>As it is asked for: <c>wikidata:Q148</c>.</summary>
    public override string ToString() => $"{NameOf(Scheme)}:{Value}";

    private static string NameOf(IdentifierScheme scheme) => JsonNamingPolicy.KebabCaseLower.ConvertName(scheme.ToString());

    [GeneratedRegex("^Q[1-9][0-9]{0,11}\\z")]
    private static partial Regex WikidataItem { get; }

    [GeneratedRegex("^([A-Z]{2}|[A-Z]{3}|[0-9]{3}|[A-Z]{2}-[A-Z0-9]{1,3}|[A-Z]{4})\\z")]
    private static partial Regex Iso3166Code { get; }

    [GeneratedRegex("^[1-9][0-9]{0,8}\\z")]
    private static partial Regex GeonamesNumber { get; }

    [GeneratedRegex("^[1-9][0-9]{0,21}\\z")]
    private static partial Regex ViafNumber { get; }

    [GeneratedRegex("^[1-9][0-9]{0,2}\\z")]
    private static partial Regex StateNumber { get; }

    [GeneratedRegex("^([A-Z]{2}|[A-Za-z]|[A-Za-z]{3,4})-[A-Za-z0-9/:-]{1,11}\\z")]
    private static partial Regex IsilCode { get; }
}
