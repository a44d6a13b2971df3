using ArtsakhLedger.Embedded;
using Shouldly;
using Xunit;
using static ArtsakhLedger.Tests.Embedded.TemporaryHome;

namespace ArtsakhLedger.Tests.Embedded;

public sealed class UncleanStopTests : IDisposable
{
    private readonly TemporaryHome home = new();

    public void Dispose() => home.Dispose();

    [Fact]
    public async Task The_next_service_takes_over_the_server_of_a_killed_one()
    {
        var server = await KilledService.LeaveServerAsync(home.Place);

        await using (var next = await home.StartAsync())
        {
            Postmaster(home.Place)!.ProcessId.ShouldBe(server);
            (await QueryAsync<int>(next, "select answer from acknowledged")).ShouldBe(42);
        }

        Postmaster(home.Place).ShouldBeNull();
    }

    [Fact]
    public async Task The_next_service_recovers_when_the_server_was_killed_too()
    {
        await KilledService.LeaveServerAsync(home.Place);
        Postmaster(home.Place)!.Kill();

        await using var next = await home.StartAsync();

        (await QueryAsync<int>(next, "select answer from acknowledged")).ShouldBe(42);
    }

    [Fact]
    public async Task A_server_whose_socket_was_swept_away_is_started_anew()
    {
        var server = await KilledService.LeaveServerAsync(home.Place);
        Directory.Delete(Postmaster(home.Place)!.SocketFolder, recursive: true);

        await using var next = await home.StartAsync();

        Postmaster(home.Place)!.ProcessId.ShouldNotBe(server);
        (await QueryAsync<int>(next, "select answer from acknowledged")).ShouldBe(42);
    }

    [Fact]
    public async Task A_service_whose_server_was_killed_stops_cleanly_and_the_next_one_recovers()
    {
        await using (var postgres = await home.StartAsync())
        {
            await QueryAsync<int>(postgres, "create table acknowledged as select 42 as answer; select answer from acknowledged");
            Postmaster(home.Place)!.Kill();
        }

        await using var next = await home.StartAsync();

        (await QueryAsync<int>(next, "select answer from acknowledged")).ShouldBe(42);
    }

    [Fact]
    public async Task A_process_number_that_belongs_to_another_program_by_now_does_not_keep_the_server_from_starting()
    {
        var data = Path.Combine(home.Place.Data, "data");
        await using (await home.StartAsync())
        {
            var left = await File.ReadAllLinesAsync(Path.Combine(data, "postmaster.pid"), TestContext.Current.CancellationToken);
            left[0] = $"{Environment.ProcessId}";
            await File.WriteAllLinesAsync(Path.Combine(data, "left"), left, TestContext.Current.CancellationToken);
        }
        File.Move(Path.Combine(data, "left"), Path.Combine(data, "postmaster.pid"));

        await using var next = await home.StartAsync();

        (await QueryAsync<int>(next, "select 1")).ShouldBe(1);
    }

    [Fact]
    public async Task Data_whose_creation_was_interrupted_is_made_anew()
    {
        await (await home.StartAsync()).DisposeAsync();
        var data = Path.Combine(home.Place.Data, "data");
        Directory.Move(data, StagingFolder.In(home.Place.Data));

        await using var postgres = await home.StartAsync();

        (await QueryAsync<int>(postgres, "select 1")).ShouldBe(1);
        Directory.EnumerateDirectories(home.Place.Data).Select(Path.GetFileName).ShouldBe(["data", "socket"], ignoreOrder: true);
    }
}
