using ArtsakhLedger.Corrections;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Ledger;

namespace ArtsakhLedger;

/// <summary>Reads a ledger. Entries are only ever added, so what is read up to a position never changes.</summary>
public interface ILedger
{
    /// <summary>The newest entry when the database was last asked; there may be newer ones.</summary>
    public Head LastSeenHead { get; }

    /// <summary>Asks for the newest entry.</summary>
    public Task<Head> HeadAsync(CancellationToken cancellation);

    /// <summary>Whether an entry about a polity is known to have been recorded after a position that was once the head.</summary>
    public bool HasChangedSince(string polity, long after);

    /// <summary>Whether a description of an entity is known to have been recorded after a position that was once the head.</summary>
    public bool HasNewDescriptionsSince(long after);

    /// <summary>The last entry at or before an instant; null if nothing had been recorded.</summary>
    public Task<Head?> LastAtAsync(DateTimeOffset instant, CancellationToken cancellation);

    /// <summary>The last entry of a batch; null if the ledger does not have the batch.</summary>
    public Task<Head?> LastOfBatchAsync(string batch, CancellationToken cancellation);

    /// <summary>The facts of a polity up to a position, at most the head, in the order of record.</summary>
    public Task<IReadOnlyList<RecordedFact>> FactsOfAsync(string polity, long through, CancellationToken cancellation);

    /// <summary>Whether there are facts of a polity.</summary>
    public Task<bool> HasFactsOfAsync(string polity, CancellationToken cancellation);

    /// <summary>The facts of a polity after one position and up to another, without keeping them in memory.</summary>
    public Task<IReadOnlyList<RecordedFact>> ReadFactsOfAsync(string polity, long after, long through, CancellationToken cancellation);

    /// <summary>Releases from memory the facts of polities that have not been read recently.</summary>
    public void ReleaseUnused();

    /// <summary>The descriptions of entities and sources up to a position.</summary>
    public Task<IReadOnlyList<RecordedFact>> DescriptionsAsync(long through, CancellationToken cancellation);

    /// <summary>The descriptions of entities up to a position or a later one, by entity.</summary>
    public Task<EntityDescriptions> DescriptionsByEntityAsync(long through, CancellationToken cancellation);

    /// <summary>An entry with all entries about it, up to a position; null if there was no entry with this id.</summary>
    public Task<FactsAsKnown?> FactAsync(string id, long through, CancellationToken cancellation);

    /// <summary>Entries with all entries about them, up to a position, in the order of record.</summary>
    public Task<IReadOnlyList<RecordedFact>> EntriesAboutAsync(IEnumerable<string> ids, long through, CancellationToken cancellation);

    /// <summary>The next entries that may match a search, in the order of record.</summary>
    /// <param name="search">The search.</param>
    /// <param name="after">The position after which to start.</param>
    /// <param name="through">The last position to search.</param>
    /// <param name="most">The most entries to return.</param>
    /// <param name="cancellation">Cancels the search.</param>
    public Task<IReadOnlyList<(long Position, string Fact)>> FindAsync(
        RecordSearch search,
        long after,
        long through,
        int most,
        CancellationToken cancellation
    );

    /// <summary>The batches up to a position, in the order of record.</summary>
    public Task<IReadOnlyList<RecordedBatch>> BatchesAsync(long through, CancellationToken cancellation);

    /// <summary>The polities with a fact that names one of some entities or sources, up to a position, even if it has since been retracted or corrected.</summary>
    public Task<IReadOnlyList<string>> PolitiesNamingAsync(IEnumerable<string> ids, long through, CancellationToken cancellation);

    /// <summary>The polities with a fact of a succession or a union that names one of some entities, up to a position, even if it has since been
    /// retracted or corrected.</summary>
    public Task<IReadOnlyList<string>> PolitiesSucceedingAsync(IEnumerable<string> ids, long through, CancellationToken cancellation);

    /// <summary>Every polity that has facts, with the position of the first.</summary>
    public Task<IReadOnlyList<(string Polity, long Position)>> PolitiesAsync(CancellationToken cancellation);

    /// <summary>The first facts of a polity in the order of record; those of the first polity by its id, where none is named or the ledger has no such.</summary>
    public Task<IReadOnlyList<RecordedFact>> FirstFactsAsync(string? polity, int most, CancellationToken cancellation);

    /// <summary>Whether an exception from a read means that the database cannot be reached, rather than that the read itself is wrong.</summary>
    public bool IsUnavailable(Exception exception);
}
