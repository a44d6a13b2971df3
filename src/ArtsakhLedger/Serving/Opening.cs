using ArtsakhLedger.Database;
using ArtsakhLedger.Http;
using ArtsakhLedger.Import;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Log;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Spectre.Console;

namespace ArtsakhLedger.Serving;

/// <summary>Brings the ledger up: schema, then <c>events/</c>. A database that is not there yet is waited for while the service
/// already answers (with 503); when it comes, no restart is needed.</summary>
public sealed class Opening(
    DatabaseLocation place,
    LedgerReader ledger,
    Importer importing,
    ImportedFolders imported,
    LogOpener logOpening,
    IConfiguration configuration,
    IServer server,
    IHostApplicationLifetime lifetime,
    DatabaseMonitor watch,
    ILogger<Opening> log
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the ledger is open for questions.</summary>
    public Task Opened => opened.Task;

    /// <summary>True when the ledger could not be opened at all and the service ended itself.</summary>
    public bool Failed { get; private set; }

    /// <summary>What kept batches out.</summary>
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
                "Its database is awaited, or its batches are being imported. Ask again in a moment."
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
            log.LogWarning("There is no events/ folder to import; the ledger holds what it held");
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

    /// <summary>True where batches were refused and nothing else is recorded: then there is nothing to serve.</summary>
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
        // Where the port is the system's choice it is known only when the server listens.
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
