using System.Text.Json;
using System.Text.RegularExpressions;
using ArtsakhLedger.Tests.Running;
using ArtsakhLedger.Tests.Walks;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Http;

public sealed partial class NamesTests(SharedLedger ledger) : IClassFixture<SharedLedger>
{
    // Their values are words of the ledger's own. CSL-JSON, which has names of its own, is left out.
    private static readonly string[] Enumerated =
    [
        "kind",
        "type",
        "rule",
        "bound",
        "certainty",
        "throughout",
        "atSomeTime",
        "status",
        "level",
        "act",
    ];

    [Theory]
    [InlineData("/polities")]
    [InlineData("/entities?limit=500")]
    [InlineData("/entities/abkhazia")]
    [InlineData("/episodes/artsakh/recognition-by/hawaii")]
    [InlineData("/batches")]
    [InlineData("/dates?edtf=199X")]
    [InlineData("/polities/artsakh/state?on=2013-06-01")]
    [InlineData("/polities/artsakh/state?on=2013")]
    [InlineData("/polities/artsakh/relations/abkhazia?on=2013")]
    [InlineData("/polities/artsakh/timeline?limit=500")]
    [InlineData("/polities/artsakh/changes?limit=500")]
    [InlineData("/polities/artsakh/contradictions?limit=500")]
    [InlineData("/facts?limit=500")]
    [InlineData("/facts/artsakh-dissolved/history")]
    [InlineData("/facts/artsakh-dissolved/provenance")]
    [InlineData("/facts/artsakh-dissolved/proof")]
    [InlineData("/sources")]
    [InlineData("/sources/wikipedia-foreign-relations-of-artsakh")]
    [InlineData("/health/ready")]
    public async Task Members_are_in_camel_case_and_kinds_in_kebab_case(string address)
    {
        var wrong = new List<string>();
        Walk(await ledger.QueryAsync(address), "", wrong);
        wrong.ShouldBeEmpty();
    }

    private static void Walk(JsonElement node, string path, List<string> wrong)
    {
        if (node.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in node.EnumerateArray())
            {
                Walk(item, path, wrong);
            }
        }
        else if (node.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in node.EnumerateObject().Where(member => member.Name != "csl"))
            {
                if (
                    !CamelCase().IsMatch(member.Name)
                    || (
                        Enumerated.Contains(member.Name)
                        && member.Value.ValueKind == JsonValueKind.String
                        && !KebabCase().IsMatch(member.Value.GetString()!)
                    )
                )
                {
                    wrong.Add($"{path}/{member.Name}: {member.Value}");
                }

                Walk(member.Value, $"{path}/{member.Name}", wrong);
            }
        }
    }

    [GeneratedRegex("^[a-z][A-Za-z0-9]*$")]
    private static partial Regex CamelCase();

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex KebabCase();
}
