using System.Globalization;
using System.Text.Json.Nodes;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Import;
using ArtsakhLedger.Sources;

namespace Benchmarks.AsOf;

/// <summary>What all synthetic polities share: sources, cities, and one another. The same sizes give the same ledger.</summary>
internal sealed class SyntheticWorld(int polities)
{
    public const int Sources = 24;
    public const int Cities = 400;

    private static readonly string[] Syllables =
    [
        "ka",
        "ro",
        "mel",
        "vi",
        "sun",
        "tar",
        "el",
        "do",
        "gha",
        "li",
        "ner",
        "sho",
        "bu",
        "ya",
        "zan",
        "pe",
    ];
    private static readonly YamlEntry Origin = new("facts", [], "synthetic", new Dictionary<string, int> { [""] = 1 });

    public static string Polity(int number) => $"polity-{number:0000}";

    public static string City(int number) => $"city-{number:000}";

    public static string Source(int number) => $"yearbook-{number:00}";

    public static string NameOf(int number) =>
        CultureInfo.InvariantCulture.TextInfo.ToTitleCase(
            $"{Syllables[number % 16]}{Syllables[number / 16 % 16]}{Syllables[number / 256 % 16]}{Syllables[(number * 7 + 3) % 16]}"
        );

    public static Batch BatchOf(string polity, string name, IEnumerable<Fact> facts) =>
        new($"{polity}/{name}", polity, [.. facts.Select(fact => new BatchEntry(fact, Origin))]);

    public static EntityDescribed Described(string id, EntityKind kind, string name) =>
        new()
        {
            Id = EntityDescribed.FactIdOf(id),
            Entity = id,
            Kind = kind,
            Names = [new() { Text = name, Language = "en" }],
            Reason = "part of the synthetic ledger",
        };

    /// <summary>The batch that describes what is shared.</summary>
    public Batch Descriptions() =>
        BatchOf(
            "world",
            "0001-descriptions",
            [
                .. Enumerable
                    .Range(1, polities)
                    .Select(number => Described(Polity(number), EntityKind.Polity, $"Republic of {NameOf(number)}")),
                .. Enumerable.Range(1, Cities).Select(number => Described(City(number), EntityKind.Municipality, NameOf(number * 11 + 5))),
                .. Enumerable
                    .Range(1, Sources)
                    .Select(number => new SourceArchived
                    {
                        Id = SourceArchived.FactIdOf(Source(number)),
                        Source = Source(number),
                        Csl = new JsonObject { ["type"] = "book", ["title"] = $"Yearbook of Foreign Relations, series {number}" },
                        ExcerptOnly = true,
                        Reason = "part of the synthetic ledger",
                    }),
            ]
        );
}
