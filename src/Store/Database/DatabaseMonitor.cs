using System.Net.Sockets;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace ArtsakhLedger.Database;

/// <summary>Checks every second whether the database answers, logs when it becomes unavailable and when it is back, and restarts the embedded
/// server.</summary>
public sealed class DatabaseMonitor(DatabaseLocation place, ILogger<DatabaseMonitor> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private bool away;
    private string? refusesWrites;
    private string? replicaTrouble;
    private string? restartTrouble;

    /// <summary>Whether the database could not be reached when it was last tried.</summary>
    public bool IsUnavailable => Volatile.Read(ref away);

    /// <summary>Why nothing could be recorded when that was last tried, although questions are answered; null where it could.</summary>
    public string? RefusesWrites => Volatile.Read(ref refusesWrites);

    /// <summary>Why the embedded server, which has stopped, could not be started when that was last tried; null where it runs.</summary>
    public string? RefusesStart => Volatile.Read(ref restartTrouble);

    /// <summary>Reports that the database could not be used. Each state is logged once, however many requests find it so.</summary>
    public void Report(Exception reason)
    {
        if (DatabaseErrors.RefusesWritesOnly(reason))
        {
            var trouble = DatabaseErrors.ReasonOf(reason);
            if (Interlocked.Exchange(ref refusesWrites, trouble) != trouble)
            {
                log.LogError(
                    "The database records nothing: {Trouble}. Questions are still answered; requests to record get 503. {Reason}",
                    trouble,
                    reason.GetBaseException().Message
                );
            }
        }
        else if (!Interlocked.Exchange(ref away, true))
        {
            log.LogWarning(
                "The database cannot be reached; until it comes back the service answers 503 and tries again every second. {Reason}",
                reason.Message
            );
        }
    }

    /// <summary>Reports that something was recorded.</summary>
    public void ReportRecorded()
    {
        if (Volatile.Read(ref refusesWrites) is not null && Interlocked.Exchange(ref refusesWrites, null) is not null)
        {
            log.LogInformation("The database records again");
        }
    }

    /// <summary>Reports that the embedded server, which had stopped, could not be started. What it logs differs each time, and is logged once for each
    /// cause.</summary>
    public void ReportStart(Exception refused)
    {
        var trouble = DatabaseErrors.ReasonOfStart(refused.Message);
        if (Interlocked.Exchange(ref restartTrouble, trouble) != trouble)
        {
            log.LogError(
                "The embedded PostgreSQL has stopped and is started again as soon as that is possible: {Trouble}. {Reason}",
                trouble,
                refused.Message
            );
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await CheckAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // A host that is disposed before it has stopped would report this as a failure.
        }
    }

    private async Task CheckAsync(CancellationToken cancellation)
    {
        try
        {
            if (!await AnswersAsync(cancellation))
            {
                place.Database.ClearPools();
                await RestartAsync(cancellation);
                await PingAsync(cancellation);
            }

            if (Interlocked.Exchange(ref away, false))
            {
                log.LogInformation("The database answers again");
            }

            CheckReplica();
        }
        catch (Exception exception) when (exception is NpgsqlException or SocketException)
        {
            Report(exception);
        }
    }

    /// <summary>Logs when the replica becomes unusable and when it is usable again.</summary>
    private void CheckReplica()
    {
        var trouble = place.Database.Replica?.Trouble;
        if (trouble is null != replicaTrouble is null)
        {
            if (trouble is not null)
            {
                log.LogWarning("The replica cannot be used; reads go to the database itself. {Reason}", trouble);
            }
            else
            {
                log.LogInformation("The replica is used again");
            }
        }

        replicaTrouble = trouble;
    }

    private async Task RestartAsync(CancellationToken cancellation)
    {
        try
        {
            if (await place.EnsureRunningAsync(cancellation))
            {
                log.LogWarning("The embedded PostgreSQL had stopped and has been restarted");
            }

            Volatile.Write(ref restartTrouble, null);
        }
        catch (Exception refused) when (!cancellation.IsCancellationRequested)
        {
            ReportStart(refused);
            await Task.Delay(TimeSpan.FromSeconds(10), cancellation);
        }
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        try
        {
            await PingAsync(cancellation);
            return true;
        }
        catch (Exception exception) when (exception is NpgsqlException or SocketException)
        {
            return false;
        }
    }

    private async Task PingAsync(CancellationToken cancellation)
    {
        try
        {
            await using var ask = place.Database.Service.CreateCommand("select 1");
            await ask.ExecuteNonQueryAsync(cancellation);
        }
        catch (PostgresException refused) when (!DatabaseErrors.IsUnavailable(refused))
        {
            // The server answers: before the first migration the service's role does not exist.
        }
    }
}
