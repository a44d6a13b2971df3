using System.Globalization;
using ArtsakhLedger.Embedded;
using Shouldly;
using Xunit;
using static ArtsakhLedger.Tests.Embedded.TemporaryHome;

namespace ArtsakhLedger.Tests.Embedded;

/// <summary>What a running server is like; the tests share one and leave it as it is.</summary>
public sealed class RunningServerTests(RunningServerTests.Running running) : IClassFixture<RunningServerTests.Running>
{
    [Fact]
    public async Task The_database_is_durable_and_speaks_UTF8_in_UTC()
    {
        (await QueryAsync<string>(running.Postgres, "show server_encoding")).ShouldBe("UTF8");
        (await QueryAsync<string>(running.Postgres, "show timezone")).ShouldBe("UTC");
        (await QueryAsync<string>(running.Postgres, "select upper('արցախ')")).ShouldBe("ԱՐՑԱԽ");
        (await QueryAsync<bool>(running.Postgres, "select 'Z' < 'a'")).ShouldBeTrue();
        (
            await QueryAsync<string>(
                running.Postgres,
                "select string_agg(setting, ' ') from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit')"
            )
        ).ShouldBe("on on on");
        (await QueryAsync<string>(running.Postgres, "select current_user || ' ' || current_database()")).ShouldBe("ledger ledger");
    }

    [Fact]
    public async Task The_server_is_reached_only_through_a_socket_that_others_cannot_get_at()
    {
        (await QueryAsync<string>(running.Postgres, "show listen_addresses")).ShouldBeEmpty();
        (
            await QueryAsync<string>(
                running.Postgres,
                "select string_agg(distinct type || ' ' || auth_method, ', ') from pg_hba_file_rules"
            )
        ).ShouldBe("host reject, local trust");
        var socketFolder = await QueryAsync<string>(running.Postgres, "show unix_socket_directories");
        File.GetUnixFileMode(socketFolder).ShouldBe(OwnerOnly);
    }

    [Fact]
    public async Task The_description_tells_version_programs_and_data()
    {
        var version = (await QueryAsync<string>(running.Postgres, "show server_version")).Split(' ')[0];
        running.Postgres.Description.ShouldStartWith($"PostgreSQL {version} from /");
        running.Postgres.Description.ShouldContain($"{Path.DirectorySeparatorChar}bin, data in /");
    }

    [Fact]
    public async Task A_second_service_on_the_same_data_is_refused_and_told_who_uses_it()
    {
        var refusal = await Should.ThrowAsync<EmbeddedPostgresException>(() => running.Home.StartAsync());

        refusal.Message.ShouldContain($"(process {Environment.ProcessId.ToString(CultureInfo.InvariantCulture)})");
        refusal.Message.ShouldContain("ConnectionStrings:Ledger");
        (await QueryAsync<int>(running.Postgres, "select 1")).ShouldBe(1);
    }

    [Fact]
    public void The_server_is_not_in_the_services_session_so_that_Ctrl_C_does_not_reach_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Sessions are read from /proc.");

        SessionOf(Postmaster(running.Home.Place)!.ProcessId).ShouldNotBe(SessionOf(Environment.ProcessId));
    }

    private static string SessionOf(int process) => File.ReadAllText($"/proc/{process}/stat").Split(") ", 2)[1].Split(' ')[3];

    public sealed class Running : IAsyncLifetime
    {
        public TemporaryHome Home { get; } = new();

        internal EmbeddedPostgres Postgres { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Postgres = await Home.StartAsync();

        public async ValueTask DisposeAsync()
        {
            await Postgres.DisposeAsync();
            Home.Dispose();
        }
    }
}
