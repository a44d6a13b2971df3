using ArtsakhLedger.Ledger;
using ArtsakhLedger.Sources;

namespace ArtsakhLedger.Sheets.Planning;

/// <summary>What the ledger has, as far as a sheet is held against it.</summary>
/// <param name="Descriptions">The entries that describe entities and sources, in the order of record.</param>
/// <param name="FactsOf">The facts of a polity, in the order of record.</param>
/// <param name="TakenAmong">Those of some ids that entries have.</param>
/// <param name="TextsOf">The stored texts of a source.</param>
public sealed record SheetLedger(
    IReadOnlyList<RecordedFact> Descriptions,
    Func<string, CancellationToken, Task<IReadOnlyList<RecordedFact>>> FactsOf,
    Func<IReadOnlyCollection<string>, CancellationToken, Task<IReadOnlySet<string>>> TakenAmong,
    Func<SourceArchived, CancellationToken, Task<IReadOnlyList<SnapshotText>>> TextsOf
);
