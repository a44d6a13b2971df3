using System.Net.Sockets;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace ArtsakhLedger.Database;

/// <summary>Asks every second whether the database answers: says once when it goes and once when it comes back, and starts the
/// embedded server again where that is what is gone.</summary>
public sealed class DatabaseWatch(LedgerPlace place, ILogger<DatabaseWatch> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private bool away;
    private string? replicaTrouble;

    public bool IsAway => Volatile.Read(ref away);

    /// <summary>Tells that somebody could not reach the database.</summary>
    public void Report(Exception reason)
    {
        if (!Interlocked.Exchange(ref away, true))
        {
            log.LogWarning(
                "The database cannot be reached; until it comes back the service answers 503 and tries again every second. {Reason}",
                reason.Message
            );
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await LookAsync(stoppingToken);
        }
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        try
        {
            if (!await AnswersAsync(cancellation))
            {
                place.Database.ForgetConnections();
                await RestartAsync(cancellation);
                await AskAsync(cancellation);
            }

            if (Interlocked.Exchange(ref away, false))
            {
                log.LogInformation("The database answers again");
            }

            LookAtReplica();
        }
        catch (Exception exception) when (exception is NpgsqlException or SocketException)
        {
            Report(exception);
        }
    }

    /// <summary>Says once when reads can no longer go to the replica, and once when they can again.</summary>
    private void LookAtReplica()
    {
        var trouble = place.Database.Replica?.Trouble;
        if (trouble is null != replicaTrouble is null)
        {
            if (trouble is not null)
            {
                log.LogWarning("The replica cannot be used; what it would be asked is asked of the database itself. {Reason}", trouble);
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
                log.LogWarning("The embedded PostgreSQL had ended and has been started again");
            }
        }
        catch (Exception refused) when (!cancellation.IsCancellationRequested)
        {
            log.LogError("The embedded PostgreSQL has ended and cannot be started again: {Reason}", refused.Message);
            await Task.Delay(TimeSpan.FromSeconds(10), cancellation);
        }
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        try
        {
            await AskAsync(cancellation);
            return true;
        }
        catch (Exception exception) when (exception is NpgsqlException or SocketException)
        {
            return false;
        }
    }

    private async Task AskAsync(CancellationToken cancellation)
    {
        try
        {
            await using var ask = place.Database.Service.CreateCommand("select 1");
            await ask.ExecuteNonQueryAsync(cancellation);
        }
        catch (PostgresException refused) when (!DatabaseAway.Is(refused))
        {
            // A refusal is an answer too: before the first migration the service's role does not exist.
        }
    }
}
