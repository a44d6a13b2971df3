using System.Text.Json;
using ArtsakhLedger.Access;
using ArtsakhLedger.Asking;
using ArtsakhLedger.Database;
using ArtsakhLedger.Embedded;
using ArtsakhLedger.Http;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Making;
using ArtsakhLedger.Unicode;
using ArtsakhLedger.Verification;
using ArtsakhLedger.Vocabulary;
using JasperFx.CommandLine;
using Spectre.Console;

namespace ArtsakhLedger.CommandLine;

/// <summary>A verb of the command line. An error that the user can fix is printed as one sentence on standard error, with exit code
/// 1.</summary>
public abstract class LedgerCommand<TInput>(CommandContext context) : JasperFxAsyncCommand<TInput>
{
    /// <summary>How long an interrupted verb has to finish. A driver waiting for a silent server does not always notice the
    /// interruption.</summary>
    private static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(5);

    protected IConfiguration Configuration => context.Configuration;

    /// <summary>Standard output for people.</summary>
    protected IAnsiConsole Console => context.Console;

    /// <summary>Standard output without wrapping, for scripts.</summary>
    protected TextWriter Output => context.Output;

    protected TextWriter Error => context.Error;

    public sealed override async Task<bool> Execute(TInput input)
    {
        try
        {
            return await RunUntilInterruptedAsync(input);
        }
        catch (Exception refused)
            when (refused
                    is RequestProblem
                        or QuestionProblem
                        or UnusableFileException
                        or UnusableAuthorException
                        or EmbeddedPostgresException
                        or AccessException
                        or SettingException
                        or UnusableLedgerNameException
                        or LedgerNotMadeException
                        or NewerRecordException
                        or IOException
                        or UnauthorizedAccessException
            )
        {
            await Error.WriteLineAsync(refused.Message);
        }
        catch (OperationCanceledException) when (context.Interrupted.IsCancellationRequested)
        {
            await Error.WriteLineAsync("Interrupted.");
        }
        catch (Exception refused) when (DatabaseErrors.IsUnavailable(refused))
        {
            await Error.WriteLineAsync($"The database cannot be used: {refused.Message}");
        }

        return false;
    }

    private async Task<bool> RunUntilInterruptedAsync(TInput input)
    {
        using var overdue = new CancellationTokenSource();
        await using var interruption = context.Interrupted.Register(() => overdue.CancelAfter(TimeToEnd));
        return await RunAsync(input, context.Interrupted).WaitAsync(overdue.Token);
    }

    /// <returns>False for exit code 1.</returns>
    protected abstract Task<bool> RunAsync(TInput input, CancellationToken cancellation);

    /// <summary>Prints a line for people.</summary>
    protected void Say(string line) => Console.WriteLine(TerminalText.Of(line));

    protected void PrintJson<T>(T answer) =>
        Console.Profile.Out.Writer.WriteLine(TerminalText.InJson(JsonSerializer.Serialize(answer, FactJson.Options)));

    /// <summary>Creates a table of 80 columns; the last one is as wide as fits.</summary>
    protected static Table TableOf(params IEnumerable<string> columns)
    {
        var table = new Table { Border = TableBorder.Simple, Width = 80 };
        foreach (var column in columns)
        {
            table.AddColumn(column);
        }

        return table;
    }

    /// <summary>The kebab-case name of a value, as in answers.</summary>
    protected static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>Finds the database, or starts the embedded one.</summary>
    protected Task<DatabaseLocation> FindLedgerAsync(CancellationToken cancellation) =>
        DatabaseLocation.FindAsync(Configuration, progress: null, cancellation);

    /// <summary>Runs work that cannot be cancelled; an interrupted verb does not wait for it.</summary>
    protected static Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellation) =>
        Task.Run(work, cancellation).WaitAsync(cancellation);
}
