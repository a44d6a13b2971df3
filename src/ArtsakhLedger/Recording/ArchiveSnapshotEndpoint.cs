using ArtsakhLedger.Access;
using ArtsakhLedger.Http;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Sources;
using ArtsakhLedger.Vocabulary;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace ArtsakhLedger.Recording;

public static class ArchiveSnapshotEndpoint
{
    private const int LongestReason = 1000;

    /// <summary>Archives the text of a source. A text that the source declares by its SHA-256 is stored; any other becomes a further
    /// snapshot of the source, recorded with its author. Every recorded quote from it is then compared with it.</summary>
    /// <remarks>The body is the text itself, in UTF-8. It is stored to check quotes against, and never served. Sending the same text again
    /// changes nothing.</remarks>
    /// <param name="id">The source's id, or one that was merged into it.</param>
    /// <param name="reason">Where and when the text was taken; permanent and public.</param>
    [WolverinePost("/sources/{id}/snapshots", Name = "archive-snapshot")]
    [Tags("Sources")]
    [RequestSizeLimit(SnapshotStore.LargestSnapshot)]
    [ProducesResponseType<ArchivedSnapshotAnswer>(201)]
    [ProducesResponseType<ArchivedSnapshotAnswer>(200)]
    public static async Task<IResult> Post(
        string id,
        [FromQuery] string? reason,
        HttpContext http,
        SnapshotArchiver archive,
        Receipts receipts,
        CancellationToken cancellation
    )
    {
        Check(reason);
        var (bytes, text) = await SnapshotBody.ReadAsync(http.Request);
        var archived = await archive.ArchiveAsync(id, text, bytes, reason, http.User.Author(), cancellation);
        if (archived is { Appended: { } appended, Position: { } position })
        {
            archived = archived with { Receipt = receipts.Of(appended, position) };
        }

        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Location = $"/sources/{archived.Source}";
        return Results.Json(
            archived,
            FactJson.Options,
            statusCode: archived.IsNew ? StatusCodes.Status201Created : StatusCodes.Status200OK
        );
    }

    private static void Check(string? reason)
    {
        if (reason is not null && (string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason || reason.Any(char.IsControl)))
        {
            throw RequestProblem.BadParameter(
                "reason",
                $"Say where and when the text was taken, on one line of 1 to {LongestReason} characters, or leave 'reason' out."
            );
        }
    }
}
