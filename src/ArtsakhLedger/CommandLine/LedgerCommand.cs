using ArtsakhLedger.Access;
using ArtsakhLedger.Database;
using ArtsakhLedger.Embedded;
using ArtsakhLedger.Http;
using JasperFx.CommandLine;

namespace ArtsakhLedger.CommandLine;

/// <summary>A verb that uses the ledger's database. What a user can mend is a sentence on standard error and exit code 1.</summary>
public abstract class LedgerCommand<TInput> : JasperFxAsyncCommand<TInput>
{
    public sealed override async Task<bool> Execute(TInput input)
    {
        try
        {
            return await RunAsync(input);
        }
        catch (Exception refused) when (refused is RequestProblem or EmbeddedPostgresException or AccessException)
        {
            await Console.Error.WriteLineAsync(refused.Message);
        }
        catch (Exception refused) when (DatabaseErrors.IsUnavailable(refused))
        {
            await Console.Error.WriteLineAsync($"The database cannot be used: {refused.Message}");
        }

        return false;
    }

    /// <returns>False for exit code 1.</returns>
    protected abstract Task<bool> RunAsync(TInput input);
}
