using ArtsakhLedger.Corrections;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Ledger;

namespace ArtsakhLedger;

/// <summary>What questions read of a ledger. Entries are only ever added, so whatever is read up to a position stays true.</summary>
public interface ILedger
{
    /// <summary>The newest entry as it was last seen; it may have moved on since.</summary>
    public Head LastSeenHead { get; }

    /// <summary>The newest entry right now.</summary>
    public Task<Head> HeadAsync(CancellationToken cancellation);

    /// <summary>Whether something about a polity is known to have come after a position that was the head once.</summary>
    public bool HasChangedSince(string polity, long after);

    /// <summary>Whether some entity is known to have been described after a position that was the head once.</summary>
    public bool HasNewDescriptionsSince(long after);

    /// <summary>The last entry at or before an instant; null where nothing had been recorded.</summary>
    public Task<Head?> LastAtAsync(DateTimeOffset instant, CancellationToken cancellation);

    /// <summary>The last entry of a batch; null for a batch that the ledger does not have.</summary>
    public Task<Head?> LastOfBatchAsync(string batch, CancellationToken cancellation);

    /// <summary>The facts of a polity up to a position that is not beyond the head, in the order of record.</summary>
    public Task<IReadOnlyList<RecordedFact>> FactsOfAsync(string polity, long through, CancellationToken cancellation);

    /// <summary>The facts of a polity after one position up to another, read once and not kept.</summary>
    public Task<IReadOnlyList<RecordedFact>> ReadFactsOfAsync(string polity, long after, long through, CancellationToken cancellation);

    /// <summary>Releases the facts of polities that nobody has asked for lately.</summary>
    public void ReleaseUnused();

    /// <summary>The descriptions of entities and sources up to a position.</summary>
    public Task<IReadOnlyList<RecordedFact>> DescriptionsAsync(long through, CancellationToken cancellation);

    /// <summary>The descriptions of entities up to a position at least, by entity.</summary>
    public Task<EntityDescriptions> DescriptionsByEntityAsync(long through, CancellationToken cancellation);

    /// <summary>An event of the record with everything that is said about it, up to a position; null for an id that the ledger did not have.</summary>
    public Task<FactsAsKnown?> FactAsync(string id, long through, CancellationToken cancellation);

    /// <summary>Events of the record and everything that is said about them, up to a position, in the order of record.</summary>
    public Task<IReadOnlyList<RecordedFact>> EntriesAboutAsync(IEnumerable<string> ids, long through, CancellationToken cancellation);

    /// <summary>The next events of the record that a search may be about, in the order of record.</summary>
    /// <param name="search">What narrows it down.</param>
    /// <param name="after">Only events after this position.</param>
    /// <param name="through">The last position that counts.</param>
    /// <param name="most">How many events to find.</param>
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

    /// <summary>The polities with a fact that names one of some entities or sources, up to a position. What has been taken out or corrected since counts too.</summary>
    public Task<IReadOnlyList<string>> PolitiesNamingAsync(IEnumerable<string> ids, long through, CancellationToken cancellation);

    /// <summary>Every polity that has facts, with the position of its first.</summary>
    public Task<IReadOnlyList<(string Polity, long Position)>> PolitiesAsync(CancellationToken cancellation);

    /// <summary>Whether an exception of a read means that the database cannot be reached at present, and not that something is wrong with the question.</summary>
    public bool IsUnavailable(Exception refused);
}
