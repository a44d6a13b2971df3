using ArtsakhLedger.Access;
using ArtsakhLedger.Database;
using ArtsakhLedger.Http;
using ArtsakhLedger.Serving;
using JasperFx;
using JasperFx.CommandLine;

namespace ArtsakhLedger.CommandLine;

/// <summary>Chooses what the program does: its own verbs, or those that the frameworks bring (<c>codegen</c>, <c>projections</c>, <c>describe</c> …).</summary>
public static class Verbs
{
    private static readonly string[] Own =
    [
        "serve",
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

    public static async Task<int> RunAsync(string[] args)
    {
        var words = WithoutHelpFlags(args);
        try
        {
            if (words.Length == 0 || words[0].StartsWith('-') || Own.Contains(words[0]))
            {
                var executor = CommandExecutor.For(factory =>
                {
                    factory.RegisterCommands(typeof(Verbs).Assembly);
                    factory.DefaultCommand = typeof(ServeCommand);
                });
                var exitCode = await executor.ExecuteAsync(words);
                if (words is ["help"])
                {
                    Console.WriteLine(
                        $"Guides: {LedgerService.DefaultAddress}/guide while the service runs, or the folder src/ArtsakhLedger/Guides."
                    );
                }

                return exitCode;
            }

            return await RunFrameworkVerbAsync(words);
        }
        catch (Exception refused) when (refused is RequestProblem or AccessException)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 1;
        }
    }

    private static async Task<int> RunFrameworkVerbAsync(string[] words)
    {
        // These two read the code alone; no database need be there for them. The others change the schema or rebuild projections, as the owner.
        await using var place = words[0] is "codegen" or "openapi"
            ? DatabaseLocation.None()
            : await DatabaseLocation.FindAsync(progress: null, CancellationToken.None);
        await using var app = LedgerService.BuilderFor(place.AsOwner()).Build();
        LedgerService.Map(app);
        return await app.RunJasperFxCommands(words);
    }

    /// <summary><c>--help</c> and <c>state --help</c> as the <c>help</c> verb.</summary>
    private static string[] WithoutHelpFlags(string[] args) =>
        args.Any(arg => arg is "--help" or "-h" or "-?") ? ["help", .. args.Where(arg => !arg.StartsWith('-')).Take(1)] : args;
}
