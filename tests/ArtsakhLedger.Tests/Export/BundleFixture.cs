using System.Text;
using Alba;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Export;

/// <summary>The real ledger with the text of a source of its own, served, its checkpoint kept, and exported once with the texts.</summary>
public sealed class BundleFixture(PostgresServer server) : IAsyncLifetime
{
    /// <summary>What the archived text says.</summary>
    public const string Text =
        "The gazette of the day. An office of the republic was opened in Dilijan on 5 May 2012. So ends the gazette.";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bundle-");

    public string File => Path.Combine(folder.FullName, "ledger.zip");

    public string KeptCheckpoint => Path.Combine(folder.FullName, "kept.txt");

    public string KeyFile { get; private set; } = "";

    public string ConnectionString { get; private set; } = "";

    public long Size { get; private set; }

    public async ValueTask InitializeAsync()
    {
        var ledger = new LedgerFixture(server);
        await ledger.InitializeAsync();
        ConnectionString = ledger.ConnectionString;
        KeyFile = LogKeys.Of(ConnectionString);
        await PostAsync(
            ledger,
            "/sources",
            """{ "id": "dated-gazette", "csl": { "type": "book", "title": "Gazette" }, "reason": "a test" }"""
        );
        await PostAsync(
            ledger,
            "/entities",
            """{ "id": "dilijan", "kind": "municipality", "names": [{ "text": "Dilijan", "language": "en" }], "reason": "a test" }"""
        );
        await ledger.Host.Scenario(scenario =>
        {
            scenario.Post.ByteArray(Encoding.UTF8.GetBytes(Text)).ToUrl("/sources/dated-gazette/snapshots");
            scenario.WithRequestHeader("Content-Type", "text/plain");
            scenario.WithRequestHeader("Authorization", $"Bearer {Tokens.OfEditor}");
            scenario.StatusCodeShouldBe(201);
        });
        await PostAsync(
            ledger,
            "/facts",
            """
            { "id": "dilijan-office", "type": "office-opened", "polity": "artsakh", "date": "2012-05-05", "city": "dilijan",
              "citations": [{ "source": "dated-gazette", "quote": "opened in Dilijan on 5 May 2012" }] }
            """
        );
        await System.IO.File.WriteAllTextAsync(KeptCheckpoint, await ledger.GetAsync("/log/checkpoint"));
        Size = long.Parse((await System.IO.File.ReadAllLinesAsync(KeptCheckpoint))[1]);
        await ledger.DisposeAsync();
        var (exitCode, output) = await LedgerProgram.RunAsync(ConnectionString, "export", "--bundle", File, "--texts");
        exitCode.ShouldBe(0, output);
    }

    private static Task<IScenarioResult> PostAsync(LedgerFixture ledger, string address, string json) =>
        ledger.Host.Scenario(scenario =>
        {
            scenario.Post.ByteArray(Encoding.UTF8.GetBytes(json)).ToUrl(address);
            scenario.WithRequestHeader("Content-Type", "application/json");
            scenario.WithRequestHeader("Authorization", $"Bearer {Tokens.OfEditor}");
            scenario.StatusCodeShouldBe(201);
        });

    public ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
