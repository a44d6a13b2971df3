using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace ArtsakhLedger.Serving;

/// <summary>Whether the service is alive and ready.</summary>
/// <param name="Status"><c>live</c>, or <c>ready</c>.</param>
/// <param name="Head">The ledger's head.</param>
/// <param name="Skipped">Why batches of <c>events/</c> were skipped at the last start.</param>
/// <param name="RecordsNothing">Why nothing could be recorded when that was last tried, although questions are answered.</param>
public sealed record HealthAnswer(string Status, long? Head = null, IReadOnlyList<string>? Skipped = null, string? RecordsNothing = null);

public static class HealthEndpoints
{
    /// <summary>Answers as long as the process runs.</summary>
    [WolverineGet("/health/live")]
    [Tags("Health")]
    public static HealthAnswer Live() => new("live");

    /// <summary>Answers 200 when the ledger is open, its database answers, and the program knows all that is recorded; otherwise 503.</summary>
    [WolverineGet("/health/ready")]
    [Tags("Health")]
    [ProducesResponseType<HealthAnswer>(200)]
    public static async Task<IResult> Ready(LedgerStartup opening, ILedger ledger, CancellationToken cancellation)
    {
        opening.RequireOpened();
        var head = await ledger.HeadAsync(cancellation);
        await opening.RequireKnownAsync(head.Position, cancellation);
        var skipped = opening.SkippedEntries.Count == 0 ? null : opening.SkippedEntries.Select(problem => problem.ToString()).ToList();
        return Results.Json(new HealthAnswer("ready", head.Position, skipped, opening.RecordsNothing), Vocabulary.FactJson.Options);
    }
}
