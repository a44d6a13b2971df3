using ArtsakhLedger.Asking;
using ArtsakhLedger.Http;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Log;
using ArtsakhLedger.Vocabulary;

namespace ArtsakhLedger.Recording;

/// <summary>The answer to a batch that was recorded (201): a pure function of what was appended, so that repeating the request gives the
/// same answer; or (200) that everything was already recorded.</summary>
/// <param name="Batch">Its name, as <c>known-at</c> accepts it.</param>
/// <param name="First">The position of the first entry that was appended.</param>
/// <param name="Last">The position of the last one.</param>
/// <param name="RecordedAt">When that one was recorded.</param>
/// <param name="Location">The address of the batch's facts.</param>
/// <param name="Entries">The appended entries, in order; entries that were already recorded are left out.</param>
/// <param name="Receipt">The receipt of the last entry; its checkpoint covers all of them, and <c>GET /facts/{id}/proof</c> proves
/// each.</param>
public sealed record RecordedBatchAnswer(
    string Batch,
    long? First,
    long? Last,
    DateTimeOffset? RecordedAt,
    string Location,
    IReadOnlyList<RecordedBatchAnswer.Entry> Entries,
    Receipt? Receipt
) : IResult
{
    /// <summary>An entry that was appended, and its position.</summary>
    public sealed record Entry(string Id, long Position);

    /// <param name="batch">The batch's name.</param>
    /// <param name="entries">The appended entries, in order; empty if everything was already recorded.</param>
    /// <param name="receipt">The receipt of the last of them.</param>
    public static RecordedBatchAnswer Of(string batch, IReadOnlyList<RecordedFact> entries, Receipt? receipt) =>
        new(
            batch,
            entries.Count == 0 ? null : entries[0].Position,
            entries.Count == 0 ? null : entries[^1].Position,
            entries.Count == 0 ? null : entries[^1].RecordedAt,
            Address.Of("/facts", ("batch", batch)),
            [.. entries.Select(entry => new Entry(entry.Fact.Id, entry.Position))],
            receipt
        );

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.Location = Location;
        httpContext.Response.Headers.CacheControl = "no-store";
        httpContext.Response.StatusCode = Entries.Count > 0 ? StatusCodes.Status201Created : StatusCodes.Status200OK;
        if (!await IOutcomePages.Of(httpContext).TryShowAsync(this, httpContext))
        {
            await httpContext.Response.WriteAsJsonAsync(this, FactJson.Options);
        }
    }
}
