using System.Globalization;

namespace Benchmarks.Hostile;

/// <summary>A hundred facts about one thing, each short and valid, that are costly together.</summary>
/// <param name="Name">What makes them costly.</param>
/// <param name="Lines">Entries as <c>POST /batches</c> takes them, their sources first.</param>
internal sealed record CostlyFacts(string Name, IReadOnlyList<string> Lines)
{
    private const int Tellings = 50;

    /// <summary>Several hundreds, each costly in its own way.</summary>
    public static IReadOnlyList<CostlyFacts> All { get; } =
    [
        Offices("masks with gaps", i => ($"19XX-XX-{(i % 28) + 1:00}", $"20XX-XX-{((i + 7) % 28) + 1:00}")),
        Offices("masks of decades", i => ($"19{i % 10}X-{(i % 12) + 1:00}", $"20X{i % 10}-{((i + 5) % 12) + 1:00}")),
        Offices("sets of many years", i => (Years(1900 + i, 3), Years(1960 + i, 4))),
        Offices("rivals that share no day", i => ($"{1900 + (2 * i)}", $"{1901 + (2 * i)}")),
        Offices("rivals that overlap in every way", i => ($"{1900 + i}", $"{2020 - i}")),
        Holders("holders of one seat, masked", i => ($"19XX-{(i % 12) + 1:00}", $"20XX-{((i + 3) % 12) + 1:00}")),
        Holders("holders of one seat, each beside all others", i => ($"[{1950 + i},{1990 + (i % 7)}]", $"{2000 + (i % 20)}")),
    ];

    /// <summary>What fifty sources say of one office.</summary>
    private static CostlyFacts Offices(string name, Func<int, (string Start, string End)> dates) =>
        new(
            name,
            [
                .. Sources(),
                .. Enumerable
                    .Range(0, Tellings)
                    .SelectMany(i =>
                        new[]
                        {
                            Fact(i, "opened", "office-opened", "\"city\": \"stepanakert\"", dates(i).Start),
                            Fact(i, "closed", "office-closed", "\"city\": \"stepanakert\"", dates(i).End),
                        }
                    ),
            ]
        );

    /// <summary>Fifty terms of one seat.</summary>
    private static CostlyFacts Holders(string name, Func<int, (string Start, string End)> dates) =>
        new(
            name,
            [
                .. Enumerable
                    .Range(0, Tellings)
                    .Select(i =>
                        $$"""{"type": "entity-described", "id": "costly-person-{{i}}", "kind": "person", "names": [{"text": "Person {{i}}", "language": "en"}], "reason": "a trial of cost"}"""
                    ),
                .. Sources(),
                .. Enumerable
                    .Range(0, Tellings)
                    .SelectMany(i =>
                        new[]
                        {
                            Fact(i, "appointed", "minister-appointed", $"\"person\": \"costly-person-{i}\"", dates(i).Start),
                            Fact(i, "left", "minister-left", $"\"person\": \"costly-person-{i}\"", dates(i).End),
                        }
                    ),
            ]
        );

    private static IEnumerable<string> Sources() =>
        Enumerable
            .Range(0, Tellings)
            .Select(i =>
                $$$"""{"type": "source-archived", "id": "costly-source-{{{i}}}", "csl": {"type": "book", "title": "Almanac {{{i}}}"}, "excerptOnly": true, "reason": "a trial of cost"}"""
            );

    private static string Fact(int i, string id, string type, string about, string date) =>
        $$"""{"id": "costly-{{id}}-{{i}}", "type": "{{type}}", "polity": "artsakh", "date": "{{date}}", {{about}}, "citations": [{"source": "costly-source-{{i}}", "quote": "as the almanac has it"}]}""";

    private static string Years(int first, int step) =>
        $"[{string.Join(',', Enumerable.Range(0, 20).Select(i => (first + (i * step)).ToString(CultureInfo.InvariantCulture)))}]";
}
