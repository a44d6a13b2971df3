using ArtsakhLedger.Tests.Container;
using ArtsakhLedger.Tests.Running;
using Xunit;

namespace ArtsakhLedger.Tests.Strangers;

/// <summary>Whoever runs the ledger in containers gets through with nothing but the README and the guides.</summary>
[OnEveryPostgres]
[Collection(ComposedLedgers.Name)]
public sealed class OperatorTests(ComposedLedger ledger)
{
    [Fact]
    public async Task An_operator_starts_backs_up_restores_upgrades_rotates_the_key_and_reads_the_metrics()
    {
        ledger.Require();
        await using var collector = await Collector.StartAsync();
        try
        {
            await ledger.TypeAsync(
                ". tests/Strangers/operator.sh",
                new Dictionary<string, string> { ["COLLECTOR"] = collector.AddressForContainers, ["COLLECTED"] = collector.File }
            );
        }
        finally
        {
            // Without the collector again.
            await ledger.RunAsync("up --detach");
        }
    }
}
