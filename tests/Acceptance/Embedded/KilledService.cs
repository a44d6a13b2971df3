using System.Diagnostics;
using ArtsakhLedger.Embedded;
using Npgsql;
using Shouldly;
using Xunit;
using static ArtsakhLedger.Tests.Embedded.TemporaryHome;

namespace ArtsakhLedger.Tests.Embedded;

/// <summary>A service in a process of its own, killed when it has written something and been told that it is written.</summary>
public sealed class KilledService
{
    private const string DataOfRootVariable = "LEDGER_TEST_DATA_OF_ROOT";

    /// <summary>Not a test but the service that others kill: it runs in a process of its own, where the variables name its place.</summary>
    [Fact(Explicit = true)]
    public async Task Serves_until_killed()
    {
        var place = new EmbeddedPostgresOptions(
            Environment.GetEnvironmentVariable(Running.PostgresServer.OwnServerVariable)!,
            Cache: "/nowhere"
        )
        {
            RootData = Environment.GetEnvironmentVariable(DataOfRootVariable)!,
        };
        await using var postgres = await StartAsync(place);
        await QueryAsync<int>(postgres, "create table acknowledged as select 42 as answer; select answer from acknowledged");
        await Task.Delay(Timeout.InfiniteTimeSpan, TestContext.Current.CancellationToken);
    }

    internal static async Task<int> LeaveServerAsync(EmbeddedPostgresOptions place)
    {
        var start = new ProcessStartInfo(
            Path.ChangeExtension(typeof(KilledService).Assembly.Location, null),
            ["-explicit", "only", "-method", $"*.{nameof(Serves_until_killed)}"]
        )
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        start.Environment[Running.PostgresServer.OwnServerVariable] = place.Data;
        start.Environment[DataOfRootVariable] = place.RootData;
        using var service = Process.Start(start)!;
        try
        {
            while (!await HasAcknowledgedAsync(place))
            {
                if (service.HasExited)
                    Assert.Fail(await service.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
                await Task.Delay(TimeSpan.FromMilliseconds(20), TestContext.Current.CancellationToken);
            }
        }
        finally
        {
            service.Kill();
            await service.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        var left = Postmaster(place).ShouldNotBeNull();
        left.IsRunning().ShouldBeTrue();
        return left.ProcessId;
    }

    private static async Task<bool> HasAcknowledgedAsync(EmbeddedPostgresOptions place)
    {
        if (Postmaster(place) is not { IsReady: true } server)
            return false;
        try
        {
            await using var connection = new NpgsqlConnection(EmbeddedDatabase.ConnectionString(server.SocketFolder) + ";Pooling=false");
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var count = new NpgsqlCommand("select count(*) from acknowledged", connection);
            return await count.ExecuteScalarAsync(TestContext.Current.CancellationToken) is 1L;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
