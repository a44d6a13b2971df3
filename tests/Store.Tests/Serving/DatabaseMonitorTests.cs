using ArtsakhLedger.Database;
using Microsoft.Extensions.Logging;
using Npgsql;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Serving;

public sealed class DatabaseMonitorTests : IAsyncDisposable
{
    private readonly DatabaseLocation nowhere = DatabaseLocation.At("Host=127.0.0.1;Port=1");
    private readonly KeptLines log = new();
    private readonly DatabaseMonitor monitor;

    public DatabaseMonitorTests() => monitor = new(nowhere, log);

    [Fact]
    public void A_full_disk_is_one_line_however_many_requests_find_it()
    {
        for (var request = 0; request < 1000; request++)
        {
            monitor.Report(new InvalidOperationException("wrapped", Refusal(PostgresErrorCodes.DiskFull)));
        }

        log.Lines.ShouldHaveSingleItem().ShouldContain("its disk is full");
        monitor.RefusesWrites.ShouldBe("its disk is full");
        monitor.IsUnavailable.ShouldBeFalse("questions are answered");
    }

    [Fact]
    public void Another_state_is_another_line_and_so_is_the_end_of_it()
    {
        monitor.ReportRecorded();
        monitor.Report(Refusal(PostgresErrorCodes.DiskFull));
        monitor.Report(Refusal(PostgresErrorCodes.ReadOnlySqlTransaction));
        monitor.Report(Refusal(PostgresErrorCodes.AdminShutdown));
        monitor.ReportRecorded();
        monitor.ReportRecorded();

        log.Lines.Count.ShouldBe(4);
        log.Lines[1].ShouldContain("it is read-only");
        log.Lines[3].ShouldContain("records again");
        monitor.RefusesWrites.ShouldBeNull();
        monitor.IsUnavailable.ShouldBeTrue();
    }

    [Fact]
    public void A_server_that_does_not_start_is_one_line_a_cause_however_often_it_is_tried()
    {
        for (var attempt = 0; attempt < 10; attempt++)
        {
            monitor.ReportStart(new IOException($"2026-12-01 15:01:{attempt} FATAL: could not write to file: No space left on device"));
        }

        log.Lines.ShouldHaveSingleItem().ShouldContain("its disk is full");
        monitor.RefusesStart.ShouldBe("its disk is full");

        monitor.ReportStart(new IOException("2026-12-01 15:02:00 FATAL: the data directory is gone"));
        log.Lines.Count.ShouldBe(2);
        monitor.RefusesStart.ShouldBe("it has stopped, and does not start again");
    }

    [Theory]
    [InlineData("Host=db.example.org;Passwort=secret-word")]
    [InlineData("postgresql://ledger:secret-word@db.example.org/ledger")]
    [InlineData("secret-word")]
    [InlineData("Host=db.example.org;Port=secret-word")]
    [InlineData("Host=db.example.org;Port=99999;Password=secret-word")]
    [InlineData("Database=ledger;Password=secret-word")]
    public void A_connection_string_that_is_none_is_a_sentence_without_the_password(string connectionString)
    {
        var refused = Should.Throw<SettingException>(() => LedgerDatabase.Create(connectionString));

        refused.Message.ShouldContain("ConnectionStrings:Ledger");
        refused.Message.ShouldNotContain("secret-word");
    }

    public ValueTask DisposeAsync()
    {
        monitor.Dispose();
        return nowhere.DisposeAsync();
    }

    private static PostgresException Refusal(string state) => new("refused", "ERROR", "ERROR", state);

    private sealed class KeptLines : ILogger<DatabaseMonitor>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Lines.Add(formatter(state, exception));
    }
}
