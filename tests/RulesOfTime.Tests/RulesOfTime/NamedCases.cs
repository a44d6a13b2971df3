using System.Text.Json;
using ArtsakhLedger.RuleCases;

namespace ArtsakhLedger.Tests.RulesOfTime;

/// <summary>The cases with answers, each named for the rule it shows, or generated.</summary>
internal static class NamedCases
{
    private static readonly Dictionary<string, (Case Asked, Answer Expected)> ByName = Read();

    public static IEnumerable<string> Names => ByName.Keys;

    public static (Case Asked, Answer Expected) Get(string name) => ByName[name];

    private static Dictionary<string, (Case Asked, Answer Expected)> Read()
    {
        using var stream = typeof(NamedCases).Assembly.GetManifestResourceStream("RulesOfTime.cases.json")!;
        using var document = JsonDocument.Parse(stream);
        return document
            .RootElement.EnumerateArray()
            .Select((entry, i) => (Number: i + 1, Entry: entry))
            .ToDictionary(
                one => $"{one.Number}: {one.Entry.GetProperty("name").GetString()}",
                one =>
                    (
                        Case.Of(one.Entry.GetProperty("case")),
                        one.Entry.GetProperty("answer").Deserialize<Answer>(JsonSerializerOptions.Web)!
                    )
            );
    }
}
