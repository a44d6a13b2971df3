namespace ArtsakhLedger.Verification;

/// <summary>The files of a bundle, a zip archive.</summary>
/// <remarks>
/// <c>bundle.json</c> describes it (<see cref="BundleDescription"/>), <c>checkpoint</c> is the log's signed checkpoint of its content,
/// <c>events.ndjson</c> has a line for every position as it is stored (<see cref="EventLine"/>), <c>facts.ndjson</c> a line for every row of the read
/// model, and <c>snapshots/{sha256}</c> are the texts of sources, if they were included.
/// </remarks>
internal static class BundleFiles
{
    public const string Format = "artsakh-ledger-bundle/1";
    public const string Description = "bundle.json";
    public const string Checkpoint = "checkpoint";
    public const string Events = "events.ndjson";
    public const string Rows = "facts.ndjson";
    public const string Snapshots = "snapshots/";
}

/// <summary>The description of a bundle.</summary>
/// <param name="Format">The format and its version.</param>
/// <param name="Origin">The name of the log.</param>
/// <param name="VerifierKeys">The keys that the log's checkpoints were signed with, oldest first.</param>
/// <param name="Size">The number of entries at the time of the export.</param>
/// <param name="ExportedAt">The time of the export.</param>
/// <param name="Ledger">The name of the ledger; null in bundles from before ledgers had names.</param>
internal sealed record BundleDescription(
    string Format,
    string Origin,
    IReadOnlyList<string> VerifierKeys,
    long Size,
    DateTimeOffset ExportedAt,
    string? Ledger = null
);
