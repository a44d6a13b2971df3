using ArtsakhLedger.Database;
using ArtsakhLedger.Http;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Log;
using JasperFx.CommandLine;

namespace ArtsakhLedger.CommandLine;

public sealed class LogKeyInput
{
    [Description("new: make another signing key for the log, in place of one that is lost or may be known to others")]
    public string Action { get; set; } = "";
}

/// <summary>Makes another signing key for the log. The old one is kept beside it where it is there; its signatures stay valid under its own verifier key.</summary>
[Description("Make another signing key for the log (log-key new)", Name = "log-key")]
public sealed class LogKeyCommand : LedgerCommand<LogKeyInput>
{
    protected override async Task<bool> RunAsync(LogKeyInput input)
    {
        if (input.Action != "new")
        {
            throw new RequestProblem(
                StatusCodes.Status400BadRequest,
                "unknown-action",
                "There is no such action.",
                $"There is no 'log-key {input.Action}'. Write: log-key new"
            );
        }

        await using var place = await DatabaseLocation.FindAsync(null, CancellationToken.None);
        await Migration.ApplyAsync(place.Database, CancellationToken.None);
        try
        {
            var key = await LogOpener.ReplaceKeyAsync(place.Database, LedgerConfiguration.Read(), CancellationToken.None);
            Console.WriteLine($"The log is signed with a new key from the next start of the service on. Its verifier key: {key.Verifier}");
            Console.WriteLine(
                $"It is in {key.Path}. Services that share the ledger need a copy.{(key.Old is null ? "" : $" The old one is kept in {key.Old}.")}"
            );
            return true;
        }
        catch (LogKeyException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return false;
        }
    }
}
