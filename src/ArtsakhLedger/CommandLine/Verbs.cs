using ArtsakhLedger.Access;
using ArtsakhLedger.Asking;
using ArtsakhLedger.Database;
using ArtsakhLedger.Embedded;
using ArtsakhLedger.Http;
using ArtsakhLedger.Serving;
using JasperFx;
using JasperFx.CommandLine;

namespace ArtsakhLedger.CommandLine;

/// <summary>Chooses what the program does: one of its own verbs, or one of the frameworks' (codegen, projections, describe …).</summary>
public static class Verbs
{
    private static readonly string[] Own =
    [
        "serve",
        "new-ledger",
        "import",
        "check",
        "coverage",
        "passages",
        "state",
        "relations",
        "timeline",
        "changes",
        "contradictions",
        "facts",
        "episode",
        "batches",
        "date",
        "provenance",
        "verify",
        "export",
        "log-key",
        "token",
        "help",
    ];

    /// <summary>The exit code that shells report for a program ended by Ctrl+C.</summary>
    private const int InterruptedExitCode = 130;

    /// <summary>Runs the verb that the program was started with.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var words = WithoutHelpFlags(args);
        if (!IsOwn(words))
        {
            return await RunFrameworkVerbAsync(words);
        }

        // A framework's verb cannot be cancelled, so the signal itself ends it.
        using var interruption = new Interruption();
        try
        {
            return await RunAsync(words, CommandContext.OfProcess(interruption.Token));
        }
        catch (SettingException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 1;
        }
    }

    /// <summary>Runs one of the ledger's own verbs.</summary>
    public static async Task<int> RunAsync(string[] words, CommandContext context)
    {
        var executor = CommandExecutor.For(
            factory =>
            {
                factory.RegisterCommands(typeof(Verbs).Assembly);
                factory.DefaultCommand = typeof(ServeCommand);
            },
            new CommandCreator(context)
        );
        var exitCode = await executor.ExecuteAsync(words);
        if (words is ["help"])
        {
            await context.Output.WriteLineAsync(
                $"Guides: {LedgerService.DefaultAddress}/guide while the service runs, or the folder src/ArtsakhLedger/Guides."
            );
        }

        return exitCode != 0 && context.Interrupted.IsCancellationRequested ? InterruptedExitCode : exitCode;
    }

    private static bool IsOwn(string[] words) => words.Length == 0 || words[0].StartsWith('-') || Own.Contains(words[0]);

    private static async Task<int> RunFrameworkVerbAsync(string[] words)
    {
        try
        {
            // These two need no database. The others change the schema or rebuild projections, as the owner.
            await using var place = words[0] is "codegen" or "openapi" ? DatabaseLocation.None() : await FindLedgerAsync();
            await using var app = LedgerService.BuilderFor(place.AsOwner()).Build();
            LedgerService.Map(app);
            return await app.RunJasperFxCommands(words);
        }
        catch (Exception refused)
            when (refused is RequestProblem or QuestionProblem or AccessException or SettingException or EmbeddedPostgresException)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 1;
        }
        catch (OperationCanceledException)
        {
            return InterruptedExitCode;
        }
    }

    private static async Task<DatabaseLocation> FindLedgerAsync()
    {
        using var interruption = new Interruption();
        return await DatabaseLocation.FindAsync(LedgerConfiguration.Read(), progress: null, interruption.Token);
    }

    /// <summary><c>--help</c> and <c>state --help</c> as the <c>help</c> verb.</summary>
    private static string[] WithoutHelpFlags(string[] args) =>
        args.Any(arg => arg is "--help" or "-h" or "-?") ? ["help", .. args.Where(arg => !arg.StartsWith('-')).Take(1)] : args;
}
