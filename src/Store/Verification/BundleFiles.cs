namespace ArtsakhLedger.Verification;

/// <summary>The files of a bundle, a zip archive.</summary>
/// <remarks>
/// <c>bundle.json</c> says what it is (<see cref="BundleDescription"/>), <c>checkpoint</c> is the log's signed checkpoint of all that is in it,
/// <c>events.ndjson</c> has a line for every position as it is stored (<see cref="EventLine"/>), <c>facts.ndjson</c> a line for every row of the read
/// model, and <c>snapshots/{sha256}</c> are the texts of sources, where they were asked for.
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

/// <summary>What a bundle is.</summary>
/// <param name="Format">The format and its version.</param>
/// <param name="Origin">The name of the log.</param>
/// <param name="VerifierKeys">The keys that have signed the log's checkpoints, in their order.</param>
/// <param name="Size">How many entries the ledger had when it was exported.</param>
/// <param name="ExportedAt">When that was.</param>
internal sealed record BundleDescription(
    string Format,
    string Origin,
    IReadOnlyList<string> VerifierKeys,
    long Size,
    DateTimeOffset ExportedAt
);
