using System.Diagnostics;
using System.Text.Json.Nodes;
using ArtsakhLedger.Tests.Feed;
using ArtsakhLedger.Tests.Provenance;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Http;

/// <summary>A TypeScript client that is generated from the OpenAPI document compiles as strictly as tsc can, and gets what its types say.</summary>
public sealed class GeneratedClientTests(PostgresServer server)
{
    private static readonly string Sources = Path.Combine(Repository.Root, "tests", "ArtsakhLedger.Tests", "Http", "TypeScript");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_generated_client_compiles_and_asks_and_records()
    {
        Assert.SkipUnless(JsonLdProcessor.IsThere, "the generator needs node and npm, which are not on this machine");
        var folder = Directory.CreateTempSubdirectory("generated-client-").FullName;
        try
        {
            foreach (var file in Directory.EnumerateFiles(Sources))
            {
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            }

            var (restored, complaint) = await RunAsync(folder, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
            Assert.SkipUnless(restored, $"npm cannot restore the generator: {complaint}");

            await using var ledger = await ListeningLedger.StartAsync(await server.CreateLedgerAsync(), Repository.Events);
            using var client = new HttpClient { BaseAddress = ledger.Address };
            var document = await client.GetStringAsync("/openapi/v1.json", Cancellation);
            await File.WriteAllTextAsync(Path.Combine(folder, "openapi.json"), document, Cancellation);
            await ShouldRunAsync(folder, "npx", "--no-install", "openapi-typescript", "openapi.json", "--output", "api.d.ts");
            await ShouldRunAsync(folder, "npx", "--no-install", "tsc");

            var facts = JsonNode.Parse(await client.GetStringAsync("/facts?polity=artsakh&limit=500", Cancellation))!["items"]!.AsArray();
            var answered = JsonNode.Parse(
                await ShouldRunAsync(folder, "node", "client.js", ledger.Address.GetLeftPart(UriPartial.Authority), Tokens.OfEditor)
            )!;

            answered["holders"]!.AsArray().Select(holder => holder!.ToString()).ShouldBe(["Georgy Petrosyan: certain"]);
            answered["again"]!.GetValue<int>().ShouldBe(304);
            answered["facts"]!.GetValue<int>().ShouldBe(answered["listed"]!.GetValue<int>());
            answered["facts"]!.GetValue<int>().ShouldBeGreaterThanOrEqualTo(facts.Count);
            answered["parties"]!.GetValue<int>().ShouldBePositive();
            answered["episode"]!.GetValue<bool>().ShouldBeTrue();
            answered["tile"]!.GetValue<int>().ShouldBePositive();
            answered["refused"]!.GetValue<int>().ShouldBe(400);
            answered["problem"]!.ToString().ShouldContain("not an EDTF date");
            answered["recorded"]!.GetValue<long>().ShouldBe(answered["repeated"]!.GetValue<long>());
            answered["isProven"]!.GetValue<bool>().ShouldBeTrue();
            answered["entity"]!.ToString().ShouldBe("jermuk");
            answered["foreseen"]!.AsArray().Select(episode => episode!.ToString()).ShouldContain("artsakh/office/jermuk");
            answered["fact"]!.GetValue<long>().ShouldBeGreaterThan(answered["recorded"]!.GetValue<long>());
            answered["found"]!.AsArray().Select(found => found!.ToString()).ShouldBe(["jermuk"]);
            answered["status"]!.ToString().ShouldBe("attested-not");
            answered["changed"]!.AsArray().Select(episode => episode!.ToString()).ShouldContain("artsakh/office/jermuk");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> ShouldRunAsync(string folder, string program, params string[] arguments)
    {
        var (succeeded, output) = await RunAsync(folder, program, arguments);
        succeeded.ShouldBeTrue($"{program} {arguments[0]}: {output}");
        return output;
    }

    private static async Task<(bool Succeeded, string Output)> RunAsync(string folder, string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = folder,
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var output = process.StandardOutput.ReadToEndAsync(Cancellation);
        var errors = process.StandardError.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        return process.ExitCode == 0 ? (true, await output) : (false, await errors + await output);
    }
}
