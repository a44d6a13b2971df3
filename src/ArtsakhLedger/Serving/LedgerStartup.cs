using ArtsakhLedger.Database;
using ArtsakhLedger.Guides;
using ArtsakhLedger.Http;
using ArtsakhLedger.Import;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Log;
using ArtsakhLedger.Pages;
using ArtsakhLedger.Unicode;
using Edtf;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Npgsql;
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
    UnknownTypes unknown,
    NameInUse naming,
    IConfiguration configuration,
    IServer server,
    IHostApplicationLifetime lifetime,
    DatabaseMonitor watch,
    ILogger<LedgerStartup> log
) : BackgroundService
{
    /// <summary>As many as take tens of megabytes while they are imported.</summary>
    private const int ManyEntries = 2_000;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // Why the ledger stays closed until the program is replaced.
    private RequestProblem? closed;

    /// <summary>Completes when the ledger is open.</summary>
    public Task Opened => opened.Task;

    /// <summary>True if the ledger could not be opened at all and the service stopped itself.</summary>
    public bool Failed { get; private set; }

    /// <summary>Why batches were skipped.</summary>
    public IReadOnlyList<EntryProblem> SkippedEntries { get; private set; } = [];

    /// <exception cref="RequestProblem">503 until the ledger is open.</exception>
    public void RequireOpened()
    {
        if (closed is { } reason)
        {
            throw reason;
        }

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

    /// <summary>Why nothing could be recorded when that was last tried; null where it could.</summary>
    public string? RecordsNothing => watch.RefusesWrites;

    /// <summary>Checks that the program knows every type of fact up to a position.</summary>
    /// <exception cref="NewerRecordException">It does not.</exception>
    public Task RequireKnownAsync(long head, CancellationToken cancellation) => unknown.RequireNoneAsync(head, cancellation);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Migration.ApplyAsync(place.Database, stoppingToken);
                await naming.ReadAsync(stoppingToken);
                await logOpening.OpenAsync(stoppingToken);
                await unknown.RequireNoneAsync((await ledger.HeadAsync(stoppingToken)).Position, stoppingToken);
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
            catch (Exception exception) when (exception is LogKeyException or SettingException or PostgresException)
            {
                // Operators can put these right, and need no stack trace for that.
                log.LogError("The ledger cannot be opened. {Problem}", exception.Message);
                Fail(exception);
                return;
            }
            catch (NewerRecordException exception)
            {
                log.LogError("{Problem}", exception.Message);
                closed = ProblemExceptionHandler.ProgramTooOld(exception);
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
        var folder = EventsFolderPath.For(naming.Name, configuration["Events"]);
        if (folder is null)
        {
            log.LogWarning("There is no events/ folder of this ledger to import; the ledger stays as it is");
            return;
        }

        var digest = ImportedFolders.DigestOf(folder);
        if (await imported.ContainsAsync(digest, cancellation))
        {
            return;
        }

        var (batches, problems) = BatchCheck.Read(folder);
        var report = await importing.ImportAsync(batches, problems, new ProgressBars(AnsiConsole.Console), cancellation);
        if (batches.Sum(batch => batch.Entries.Count) > ManyEntries)
        {
            // Answering allocates so little that what was read would stay in memory for hours.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }

        SkippedEntries = report.Problems;
        foreach (var problem in report.Problems)
        {
            log.LogError("{Problem}", TerminalText.Of(problem.ToString()));
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
        var reached = address.Replace("[::]", "localhost", StringComparison.Ordinal);
        var first = (await ledger.PolitiesAsync(cancellation))
            .OrderBy(polity => polity.Position)
            .Select(polity => polity.Polity)
            .FirstOrDefault();
        (string, Day?)? question = first is null ? null : (first, await ledger.MiddleDayAsync(first, cancellation));
        Console.WriteLine(Greeting(naming.Name, head.Position, question, reached));
        Console.WriteLine("Stop with Ctrl+C.");
    }

    /// <summary>What the ledger holds, and an address to begin with.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="facts">How many facts it holds.</param>
    /// <param name="question">One of its polities, and a day to ask about, if its facts have dates; null where it has none.</param>
    /// <param name="address">Where it is reached.</param>
    public static string Greeting(LedgerName name, long facts, (string Polity, Day? On)? question, string address) =>
        $"{(name.IsOwn ? name.Text : "The ledger")} holds {facts} fact{(facts == 1 ? "" : "s")}. "
        + question switch
        {
            null => $"How to record some: {address}/guide/{(name.IsOwn ? Guide.OfOwnRecord : "record")}",
            (var polity, { } on) => $"Try {address}/polities/{polity}/state?on={on.InEdtf()}",
            (var polity, null) => $"Try {address}/polities/{polity}/timeline",
        };
}
