using ArtsakhLedger.Tests.Running;
using ArtsakhLedger.Tests.Serving;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Import;

[OnEveryPostgres]
public sealed class SkippedBatchesTests(PostgresServer server)
{
    [Fact]
    public async Task A_service_skips_an_invalid_batch_and_the_later_ones_of_its_polity_says_so_and_takes_those_of_others()
    {
        var connection = await server.CreateDatabaseAsync();
        using var events = new TemporaryEvents();
        events.Write("a", "0001-first", "entities.yaml", Entities("a", "polity"));
        (await LedgerVerb.RunAsync(connection, "import", events.Folder)).ExitCode.ShouldBe(0);
        events.Write("a", "0002-invalid", "entities.yaml", Entities("a-town", "town"));
        events.Write("a", "0003-later", "entities.yaml", Entities("a-person", "person"));
        events.Write("b", "0001-first", "entities.yaml", Entities("b", "polity"));

        using var service = new RunningService(
            new Dictionary<string, string>(LedgerProgram.ToDatabase(connection)) { ["Events"] = events.Folder }
        );
        var ready = await service.UntilItAnswersAsync("/health/ready");
        ready.ShouldContain("0002-invalid");
        service.Output.ShouldContain($"{Path.Combine("a", "0002-invalid", "entities.yaml")}:2: ");
        service.Output.ShouldContain("and the later ones of the same polity, are skipped");
        foreach (var (entity, isThere) in new[] { ("a", true), ("a-town", false), ("a-person", false), ("b", true) })
        {
            using var answer = await service.QueryAsync($"/entities/{entity}");
            answer.IsSuccessStatusCode.ShouldBe(isThere, entity);
        }
    }

    private static string Entities(string id, string kind) =>
        $"entities:\n  - {{ id: {id}, kind: {kind}, names: [{{ text: A, language: en }}], reason: test }}\n";
}
