namespace ArtsakhLedger.DryRuns;

/// <summary>What an append would do. Nothing was appended.</summary>
/// <param name="DecidedAt">The position at which it was computed: what is recorded after that may change it.</param>
/// <param name="WouldRecord">The ids of what would be appended, in order; empty where all of it is recorded already.</param>
/// <param name="Flips">The days on which existence or an entry of a state would be held more or less surely, by polity; empty where nothing would, though dates, reasons and
/// names that are said beside it may change.</param>
public sealed record DryRunAnswer(long DecidedAt, IReadOnlyList<string> WouldRecord, IReadOnlyList<Flip> Flips);
