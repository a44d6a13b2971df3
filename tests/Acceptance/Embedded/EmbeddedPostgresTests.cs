using ArtsakhLedger.Embedded;
using Npgsql;
using Shouldly;
using Xunit;
using static ArtsakhLedger.Tests.Embedded.TemporaryHome;

namespace ArtsakhLedger.Tests.Embedded;

public sealed class EmbeddedPostgresTests : IDisposable
{
    private readonly TemporaryHome home = new();

    public void Dispose() => home.Dispose();

    [Fact]
    public async Task The_server_stops_with_the_service_and_its_data_is_kept_through_a_failed_start_that_shows_the_end_of_its_log()
    {
        var first = await home.StartAsync();
        await QueryAsync<int>(first, "create table kept as select 42 as answer; select answer from kept");
        Postmaster(home.Place).ShouldNotBeNull().IsRunning().ShouldBeTrue();

        await first.DisposeAsync();

        Postmaster(home.Place).ShouldBeNull();
        await Should.ThrowAsync<NpgsqlException>(() => QueryAsync<int>(first, "select 1"));

        var settings = Path.Combine(home.Place.Data, "data", "postgresql.conf");
        var sound = await File.ReadAllTextAsync(settings, TestContext.Current.CancellationToken);
        await File.AppendAllTextAsync(settings, "no_such_setting = 1\n", TestContext.Current.CancellationToken);
        var failure = await Should.ThrowAsync<EmbeddedPostgresException>(() => home.StartAsync());
        failure.Message.ShouldContain("unrecognized configuration parameter \"no_such_setting\"");

        await File.WriteAllTextAsync(settings, sound, TestContext.Current.CancellationToken);
        await using var second = await home.StartAsync();
        (await QueryAsync<int>(second, "select answer from kept")).ShouldBe(42);
    }

    [Fact]
    public async Task A_start_cancelled_while_the_data_is_made_leaves_no_server_and_no_lock()
    {
        using var cancellation = new CancellationTokenSource();
        var progress = new Reporter(_ => cancellation.Cancel());

        await Should.ThrowAsync<OperationCanceledException>(() => EmbeddedPostgres.StartAsync(home.Place, progress, cancellation.Token));

        Postmaster(home.Place).ShouldBeNull();
        await using var postgres = await home.StartAsync();
        (await QueryAsync<int>(postgres, "select 1")).ShouldBe(1);
    }

    [Fact]
    public async Task A_path_that_is_too_long_for_a_socket_or_needs_quotes_will_do()
    {
        var place = home.Place with
        {
            Data = Path.Combine(home.Reachable("with space, comma & 'quotes'"), new string('a', 100), "postgres"),
        };

        string socketFolder;
        await using (var postgres = await StartAsync(place))
            socketFolder = await QueryAsync<string>(postgres, "show unix_socket_directories");

        socketFolder.Length.ShouldBeLessThan(80);
        Directory
            .Exists(socketFolder)
            .ShouldBe(Environment.IsPrivilegedProcess, "root's data is moved to a short path, others' sockets go to /tmp for a while");
    }

    private sealed class Reporter(Action<string> report) : IProgress<string>
    {
        public void Report(string value) => report(value);
    }
}
