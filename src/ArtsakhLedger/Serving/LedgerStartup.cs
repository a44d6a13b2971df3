using ArtsakhLedger.Database;
using ArtsakhLedger.Http;
using ArtsakhLedger.Import;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Log;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Spectre.Console;

namespace ArtsakhLedger.Serving;

/// <summary>Starts the ledger: migrates the schema, then imports <c>events/</c>. If the database is not available yet, the service already
/// answers (with 503) and continues without a restart when it is.</summary>
public sealed class LedgerStartup(
    DatabaseLocation place,
    LedgerReader ledger,
    Importer importing,
    ImportedFolders imported,
    LogOpener logOpening,
    IConfiguration configuration,
    IServer server,
    IHostApplicationLifetime lifetime,
    DatabaseMonitor watch,
    ILogger<LedgerStartup> log
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the ledger is open.</summary>
    public Task Opened => opened.Task;

    /// <summary>True if the ledger could not be opened at all and the service stopped itself.</summary>
    public bool Failed { get; private set; }

    /// <summary>Why batches were skipped.</summary>
    public IReadOnlyList<EntryProblem> SkippedEntries { get; private set; } = [];

    /// <exception cref="RequestProblem">503 until the ledger is open.</exception>
    public void RequireOpened()
    {
        if (!opened.Task.IsCompletedSuccessfully)
        {
            throw new RequestProblem(
                StatusCodes.Status503ServiceUnavailable,
                "not-open-yet",
                "The ledger is not open yet.",
                "It is waiting for its database, or importing batches. Ask again in a moment."
            );
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Migration.ApplyAsync(place.Database, stoppingToken);
                await logOpening.OpenAsync(stoppingToken);
                await ImportAsync(stoppingToken);
                if (await IsEmptyForGoodAsync(stoppingToken))
                {
                    Fail(new InvalidOperationException("Nothing is recorded and nothing could be imported."));
                    return;
                }

                opened.TrySetResult();
                await GreetAsync(stoppingToken);
                return;
            }
            catch (Exception exception) when (DatabaseErrors.IsUnavailable(exception))
            {
                watch.Report(exception);
                await Task.Delay(Pause, stoppingToken);
            }
            catch (LogKeyException exception)
            {
                log.LogError("{Problem}", exception.Message);
                Fail(exception);
                return;
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(exception, "The ledger cannot be opened");
                Fail(exception);
                return;
            }
        }
    }

    private async Task ImportAsync(CancellationToken cancellation)
    {
        var folder = EventsFolderPath.Find(configuration["Events"]);
        if (folder is null)
        {
            log.LogWarning("There is no events/ folder to import; the ledger stays as it is");
            return;
        }

        var digest = ImportedFolders.DigestOf(folder);
        if (await imported.ContainsAsync(digest, cancellation))
        {
            return;
        }

        var (batches, problems) = BatchCheck.Read(folder);
        var report = await importing.ImportAsync(batches, problems, new ProgressBars(AnsiConsole.Console), cancellation);
        SkippedEntries = report.Problems;
        foreach (var problem in report.Problems)
        {
            log.LogError("{Problem}", problem);
        }

        if (report.Problems.Count > 0)
        {
            log.LogError(
                "{Count} problems in events/: the batches that have them, and the later ones of the same polity, are skipped",
                report.Problems.Count
            );
            return;
        }

        await imported.AddAsync(digest, cancellation);
    }

    /// <summary>Whether batches were refused and nothing else is recorded, so that there is nothing to serve.</summary>
    private async Task<bool> IsEmptyForGoodAsync(CancellationToken cancellation) =>
        SkippedEntries.Count > 0 && (await ledger.HeadAsync(cancellation)).Position == 0;

    private void Fail(Exception why)
    {
        Failed = true;
        opened.TrySetException(why);
        lifetime.StopApplication();
    }

    private async Task GreetAsync(CancellationToken cancellation)
    {
        // A port chosen by the system is known only when the server listens.
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var started = lifetime.ApplicationStarted.Register(listening.SetResult);
        await listening.Task.WaitAsync(cancellation);
        var head = await ledger.HeadAsync(cancellation);
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? LedgerService.DefaultAddress;
        Console.WriteLine(
            $"The ledger holds {head.Position} facts. Try {address.Replace("[::]", "localhost", StringComparison.Ordinal)}/polities/artsakh/state?on=2006-06-01"
        );
        Console.WriteLine("Stop with Ctrl+C.");
    }
}
