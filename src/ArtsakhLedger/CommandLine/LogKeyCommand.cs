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

/// <summary>Creates a new signing key for the log. The old one, if there is one, is kept beside it; its signatures stay valid under its own
/// verifier key.</summary>
[Description("Make another signing key for the log (log-key new)", Name = "log-key")]
public sealed class LogKeyCommand(CommandContext context) : LedgerCommand<LogKeyInput>(context)
{
    protected override async Task<bool> RunAsync(LogKeyInput input, CancellationToken cancellation)
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

        await using var place = await FindLedgerAsync(cancellation);
        await Migration.ApplyAsync(place.Database, cancellation);
        try
        {
            var key = await LogOpener.ReplaceKeyAsync(place.Database, Configuration, cancellation);
            Output.WriteLine($"The log will be signed with a new key from the next start of the service. Its verifier key: {key.Verifier}");
            Output.WriteLine(
                $"It is in {key.Path}. Services that share the ledger need a copy.{(key.Old is null ? "" : $" The old one is kept in {key.Old}.")}"
            );
            return true;
        }
        catch (LogKeyException refused)
        {
            await Error.WriteLineAsync(refused.Message);
            return false;
        }
    }
}
