namespace ArtsakhLedger.DryRuns;

/// <summary>What an append would change. Nothing was appended.</summary>
/// <param name="DecidedAt">The position at which it was computed: later entries may change it.</param>
/// <param name="WouldRecord">The ids of the entries that would be appended, in order; empty if all are already recorded.</param>
/// <param name="Flips">The days on which existence or an entry would become more or less certain, by polity; empty if none would, although
/// dates, reasons and names may change.</param>
public sealed record DryRunAnswer(long DecidedAt, IReadOnlyList<string> WouldRecord, IReadOnlyList<Flip> Flips);
