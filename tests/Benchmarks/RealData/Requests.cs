using System.Globalization;
using System.Text.Json.Nodes;
using ArtsakhLedger.Facts;

namespace Benchmarks.RealData;

/// <summary>A question as it is sent.</summary>
/// <param name="Address">The address as the OpenAPI document has it.</param>
/// <param name="Target">Path and query.</param>
/// <param name="Accept">The representation that is asked for.</param>
internal sealed record AskedRequest(string Address, string Target, string Accept);

/// <summary>Every kind of GET: all addresses of the OpenAPI document in all their representations, every kind of episode, sixty dates.</summary>
/// <param name="document">The OpenAPI document of the service.</param>
/// <param name="head">The last position of the ledger.</param>
internal sealed class Requests(JsonNode document, long head)
{
    private const int Dates = 60;
    private const string Path = $"/polities/{RealRecord.Polity}";

    private readonly Random random = new(17);

    /// <summary>All of them, each another one, in an order of their own.</summary>
    public IReadOnlyList<AskedRequest> All()
    {
        var all =
            from path in document["paths"]!.AsObject()
            where path.Value!["get"] is not null
            from accept in AcceptedBy(path.Value!["get"]!)
            from target in TargetsOf(path.Key)
            select new AskedRequest(path.Key, target, accept);
        var asked = all.Distinct().ToArray();
        random.Shuffle(asked);
        return asked;
    }

    private static IEnumerable<string> AcceptedBy(JsonNode get) =>
        get["responses"]!["200"]?["content"]?.AsObject().Select(content => content.Key) ?? ["*/*"];

    private IEnumerable<string> TargetsOf(string address) =>
        address switch
        {
            "/polities/{polity}/state" => States(),
            "/polities/{polity}/changes" => Changes(),
            "/polities/{polity}/contradictions" =>
            [
                $"{Path}/contradictions",
                $"{Path}/contradictions?limit=500",
                .. AtPositions($"{Path}/contradictions?known-at="),
            ],
            "/polities/{polity}/timeline" =>
            [
                $"{Path}/timeline",
                .. Kinds().Select(kind => $"{Path}/timeline?kind={kind}"),
                .. Windows("timeline"),
                .. AtPositions($"{Path}/timeline?known-at="),
            ],
            "/polities/{polity}/timeline.svg" =>
            [
                $"{Path}/timeline.svg",
                $"{Path}/timeline.svg?rows=3001..3500",
                .. Kinds().Select(kind => $"{Path}/timeline.svg?kind={kind}"),
                .. Windows("timeline.svg"),
            ],
            "/polities/{polity}/relations/{entity}" => from day in Days(10)
            from entity in Entities()
            select $"{Path}/relations/{entity}?on={day}",
            "/entities" =>
            [
                "/entities",
                "/entities?limit=500",
                "/entities?q=john",
                "/entities?q=mission",
                "/entities?q=zzz",
                .. AtPositions("/entities?q=smith&known-at="),
            ],
            "/entities/{id}" => [.. Entities().Select(id => $"/entities/{id}"), "/entities/united-states", "/entities/artsakh"],
            "/episodes/{id}" => Episodes().Select(id => $"/episodes/{Uri.EscapeDataString(id)}"),
            "/facts" => Facts(),
            "/facts/{id}" => FactIds().Select(id => $"/facts/{id}"),
            "/facts/{id}/history" => FactIds().Select(id => $"/facts/{id}/history"),
            "/facts/{id}/provenance" => FactIds().Select(id => $"/facts/{id}/provenance"),
            "/facts/{id}/proof" => FactIds().Select(id => $"/facts/{id}/proof"),
            "/batches" => ["/batches"],
            "/dates" => ["/dates?edtf=199X", "/dates?edtf=1997-06~"],
            "/polities" => ["/polities"],
            "/sources" => ["/sources", "/sources?limit=500"],
            "/sources/{id}" => ["/sources/pocom"],
            "/sources/{id}/passages" => ["/sources/pocom/passages"],
            "/sources/{id}/quote" => ["/sources/pocom/quote?exact=the%20United%20States%20of%20America"],
            "/contribute" => ["/contribute?type=office-opened&polity=united-states", "/contribute"],
            "/guide/{name}" => ["/guide/Ask-over-HTTP"],
            "/log/tile/{path}" => ["/log/tile/0/000", "/log/tile/entries/000"],
            "/log/consistency" => [$"/log/consistency?from=1000&to={head}"],
            "/feed" => [], // never ends
            _ => [address], // without parameters
        };

    private IEnumerable<string> States() =>
        [
            .. Days(Dates).Select(day => $"{Path}/state?on={day}"),
            .. from kind in Kinds() from day in Days(2) select $"{Path}/state?on={day}&kind={kind}",
            .. Years(6).Select(year => $"{Path}/state?on={year}"),
            .. AtPositions($"{Path}/state?on=1950-06-01&known-at="),
            .. from kind in Kinds().Take(6) from year in Years(1) select $"{Path}/state?on={year}&kind={kind}",
            .. Days(6).Select(day => $"/polities/artsakh/state?on={day}"),
        ];

    private IEnumerable<string> Changes() =>
        [
            $"{Path}/changes",
            $"{Path}/changes?from=1900&to=1999&limit=5",
            $"{Path}/changes?from=1900&to=1999&limit=500",
            .. Windows("changes"),
            .. AtPositions($"{Path}/changes?from=1950&to=1960&known-at="),
            .. Days(6).Select(day => $"{Path}/changes?on={day}&known-from={head - 3000}"),
        ];

    private IEnumerable<string> Facts() =>
        [
            "/facts",
            $"/facts?polity={RealRecord.Polity}&limit=500",
            .. Entities().Take(5).Select(id => $"/facts?party={id}"),
            .. Kinds().Select(kind => $"/facts?kind={kind}"),
            .. Years(5).Select(year => $"/facts?from={year}&to={year}"),
            "/facts?type=minister-appointed&limit=500",
            "/facts?source=pocom",
            $"/facts?batch={RealRecord.Polity}/0001-pocom",
        ];

    private IEnumerable<string> Windows(string list) => Years(10).Select(year => $"{Path}/{list}?from={year}&to={year + 9}");

    private IEnumerable<string> AtPositions(string start) =>
        Enumerable.Range(0, 4).Select(_ => $"{start}{random.NextInt64(head - 6_000, head)}");

    private IEnumerable<string> Days(int count) =>
        Enumerable
            .Range(0, count)
            .Select(_ => new DateOnly(1776, 7, 4).AddDays(random.Next(90_000)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private IEnumerable<int> Years(int count) => Enumerable.Range(0, count).Select(_ => random.Next(1790, 2015));

    private static IEnumerable<string> Kinds() => EpisodeKind.All.Skip(1).Select(kind => kind.Name);

    private static IEnumerable<string> Entities() =>
        ["crocker-ryan-clark", "hornibrook-william-harrison", "us-mission-france", "dreyfus-louis-goethe-jr", "armenia"];

    private static IEnumerable<string> Episodes() =>
        [
            $"{RealRecord.Polity}/existence",
            $"{RealRecord.Polity}/us-mission-afghanistan/hornibrook-william-harrison",
            $"{RealRecord.Polity}/us-mission-afghanistan/palmer-ely-eliot",
            $"{RealRecord.Polity}/us-mission-afghanistan/palmer-ely-eliot/2",
        ];

    private static IEnumerable<string> FactIds() => ["pocom-af-1935-horn-01", "pocom-af-2011-croc-01", "pocom-af-1945-palm-01"];
}
