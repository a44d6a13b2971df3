using ArtsakhLedger.Corrections;
using ArtsakhLedger.Database;
using ArtsakhLedger.Entities;
using ArtsakhLedger.State;
using ArtsakhLedger.Vocabulary;
using Edtf;
using Microsoft.Extensions.Caching.Memory;
using Npgsql;

namespace ArtsakhLedger.Ledger;

/// <summary>Reads the record. The facts of polities are kept in memory: rows are only ever added, so what was loaded stays true, and the database is
/// only asked for what was added since.</summary>
public sealed class LedgerReader(LedgerDatabase database) : ILedger, IDisposable
{
    /// <summary>The bytes of memory that facts may take, over all polities; those that are asked for most are answered from their packed histories instead.</summary>
    private const long CacheSize = 24_000_000;

    /// <summary>The types of facts that can say that one polity followed another.</summary>
    private static readonly string[] Successions =
    [
        .. FactType
            .All.Where(type =>
                type.Type == typeof(StateSucceeded) || type.Type == typeof(StatesUnited) || type.Type == typeof(FactCorrected)
            )
            .Select(type => type.Name),
    ];

    private static readonly TimeSpan CacheExpiration = TimeSpan.FromMinutes(1);

    private readonly HeadTracker head = new(database);
    private readonly MemoryCache polities = new(new MemoryCacheOptions { SizeLimit = CacheSize });
    private readonly LoadedFacts descriptions = new("polity is null");
    private volatile EntityDescriptions byEntity = new([]);

    /// <summary>Of how many polities facts are kept in memory.</summary>
    internal int PolitiesInMemory => polities.Count;

    /// <inheritdoc/>
    public Head LastSeenHead => head.Seen;

    /// <inheritdoc/>
    public Task<Head> HeadAsync(CancellationToken cancellation) => head.ReadAsync(cancellation);

    /// <inheritdoc/>
    public bool HasChangedSince(string polity, long after) => head.Touched(polity, after);

    /// <inheritdoc/>
    public bool HasNewDescriptionsSince(long after) => head.Described(after);

    /// <inheritdoc/>
    public Task<Head?> LastAtAsync(DateTimeOffset instant, CancellationToken cancellation) =>
        database.Service.QueryFirstAsync(
            "select position, recorded_at from ledger.positions where recorded_at <= $1 order by recorded_at desc limit 1",
            [instant.ToUniversalTime()],
            HeadOf,
            cancellation
        );

    /// <inheritdoc/>
    public Task<Head?> LastOfBatchAsync(string batch, CancellationToken cancellation) =>
        database.Service.QueryFirstAsync(
            "select position, recorded_at from ledger.positions where batch = $1 order by position desc limit 1",
            [batch],
            HeadOf,
            cancellation
        );

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RecordedFact>> FactsOfAsync(string polity, long through, CancellationToken cancellation)
    {
        // Cached before it is loaded, so that concurrent callers share one read, and again when its size is known. Even the largest polity is
        // given a size at which it fits.
        var loaded = polities.GetOrCreate(polity, _ => new LoadedFacts("polity = $2", polity), OfSize(0))!;
        var before = loaded.All.Length;
        var facts = await loaded.LoadUpToAsync(database, through, cancellation);
        if (loaded.All.Length == 0)
        {
            polities.Remove(polity); // anybody may ask for any name
        }
        else if (loaded.All.Length != before)
        {
            polities.Set(polity, loaded, OfSize(loaded.MemorySize));
        }

        return facts;
    }

    /// <inheritdoc/>
    public async Task<bool> HasFactsOfAsync(string polity, CancellationToken cancellation) =>
        await database.Service.QueryFirstAsync(
            "select position from ledger.facts where polity = $1 limit 1",
            [polity],
            row => row.GetInt64(0),
            cancellation
        ) > 0;

    /// <inheritdoc/>
    public void ReleaseUnused() => polities.Compact(0);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RecordedFact>> ReadFactsOfAsync(
        string polity,
        long after,
        long through,
        CancellationToken cancellation
    ) =>
        await (await database.SourceForAsync(through, cancellation)).QueryFactsAsync(
            "polity = $2 and position <= $3",
            [after, polity, through],
            cancellation
        );

    /// <inheritdoc/>
    public async Task<EntityDescriptions> DescriptionsByEntityAsync(long through, CancellationToken cancellation)
    {
        await DescriptionsAsync(through, cancellation);
        var all = descriptions.All;
        return byEntity.Count == all.Length ? byEntity : byEntity = new(all);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<RecordedFact>> DescriptionsAsync(long through, CancellationToken cancellation) =>
        through <= head.Seen.Position && descriptions.Position > 0 && !head.Described(descriptions.Position)
            ? Task.FromResult(descriptions.UpTo(through))
            : descriptions.LoadUpToAsync(database, through, cancellation);

    /// <inheritdoc/>
    public async Task<FactsAsKnown?> FactAsync(string id, long through, CancellationToken cancellation)
    {
        // What is the same act counts for the fact, with what is recorded about that.
        var ids = new List<string> { id };
        var entries = await EntriesAboutAsync(ids, through, cancellation);
        while (
            entries.Select(entry => entry.Fact).OfType<FactsIdentified>().Select(identity => identity.Same).Except(ids).ToList()
                is { Count: > 0 } same
        )
        {
            ids.AddRange(same);
            entries = await EntriesAboutAsync(ids, through, cancellation);
        }

        return entries.Any(entry => entry.Fact.Id == id) ? new(entries) : null;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RecordedFact>> EntriesAboutAsync(
        IEnumerable<string> ids,
        long through,
        CancellationToken cancellation
    ) => await (await database.SourceForAsync(through, cancellation)).QueryFactsAboutAsync([0L, ids.ToArray(), through], cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<(long Position, string Fact)>> FindAsync(
        RecordSearch search,
        long after,
        long through,
        int most,
        CancellationToken cancellation
    ) =>
        await (await database.SourceForAsync(through, cancellation)).QueryAsync(
            search.ToSql(),
            [after, through, most, .. search.Values()],
            row => (row.GetInt64(0), row.GetString(1)),
            cancellation
        );

    /// <inheritdoc/>
    public Task<IReadOnlyList<RecordedBatch>> BatchesAsync(long through, CancellationToken cancellation) =>
        BatchesAsync(through, 0, cancellation);

    /// <summary>The batches of the entries after a position and up to another, in the order of record.</summary>
    public async Task<IReadOnlyList<RecordedBatch>> BatchesAsync(long through, long after, CancellationToken cancellation) =>
        await (await database.SourceForAsync(through, cancellation)).QueryAsync(
            """
            select batch, min(position), max(position), count(*), min(recorded_at), max(recorded_at)
            from ledger.positions where batch is not null and position > $2 and position <= $1 group by batch order by min(position)
            """,
            [through, after],
            row => new RecordedBatch(
                row.GetString(0),
                row.GetInt64(1),
                row.GetInt64(2),
                row.GetInt64(3),
                row.GetFieldValue<DateTimeOffset>(4),
                row.GetFieldValue<DateTimeOffset>(5)
            ),
            cancellation
        );

    /// <summary>Which of some ids the ledger has.</summary>
    public async Task<IReadOnlySet<string>> TakenAmongAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation) =>
        (
            await database.Service.QueryAsync(
                "select fact from ledger.positions where fact = any($1)",
                [ids.ToArray()],
                row => row.GetString(0),
                cancellation
            )
        ).ToHashSet();

    /// <summary>The identifications of facts of a polity with others, and everything about them.</summary>
    public async Task<IReadOnlyList<RecordedFact>> IdentificationsOfFactsAsync(string polity, long through, CancellationToken cancellation)
    {
        var ids = await (await database.SourceForAsync(through, cancellation)).QueryAsync(
            "select fact from ledger.facts where polity = $1 and type = 'facts-identified' and position <= $2",
            [polity, through],
            row => row.GetString(0),
            cancellation
        );
        return ids.Count == 0 ? [] : await EntriesAboutAsync(ids, through, cancellation);
    }

    /// <summary>Which facts of a proposal repeat what is recorded.</summary>
    public Task<IReadOnlyList<Repetition>> RepetitionsAsync(Proposal proposal, CancellationToken cancellation) =>
        Repetitions.OfAsync(database, proposal, cancellation);

    /// <summary>The entries from a position on.</summary>
    public async Task<IReadOnlyList<RecordedFact>> EntriesAsync(long from, int count, CancellationToken cancellation) =>
        await (await database.SourceForAsync(from + count - 1, cancellation)).QueryFactsAsync(
            "position <= $2",
            [from - 1, from + count - 1],
            cancellation
        );

    /// <summary>The request that an author sent under a key; null where there was none.</summary>
    public Task<EarlierRequest?> RequestAsync(string author, string key, CancellationToken cancellation) =>
        database.Service.QueryFirstAsync(
            "select fingerprint, first_position, facts, ledger_size from ledger.requests where author = $1 and key = $2",
            [author, key],
            row => new EarlierRequest(row.GetFieldValue<byte[]>(0), row.GetInt64(1), row.GetInt32(2), row.GetInt64(3)),
            cancellation
        );

    /// <inheritdoc/>
    public async Task<IReadOnlyList<(string Polity, long Position)>> PolitiesAsync(CancellationToken cancellation) =>
        await database.Service.QueryAsync(
            "select polity, min(position) from ledger.facts where polity is not null group by polity order by polity",
            [],
            row => (row.GetString(0), row.GetInt64(1)),
            cancellation
        );

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RecordedFact>> FirstFactsAsync(string? polity, int most, CancellationToken cancellation)
    {
        var first = await database.Service.QueryFirstAsync(
            """
            (select polity from ledger.facts where polity = $1 limit 1)
            union all
            (select polity from ledger.facts where polity is not null order by polity limit 1)
            """,
            [polity ?? ""],
            row => row.GetString(0),
            cancellation
        );
        return first is null
            ? []
            : await database.Service.QueryFactsAsync(
                "position in (select position from ledger.facts where polity = $2 order by position limit $3)",
                [0L, first, most],
                cancellation
            );
    }

    /// <summary>A day that about half of a polity's dated facts come before; null where none has a date with a beginning.</summary>
    public Task<Day?> MiddleDayAsync(string polity, CancellationToken cancellation) =>
        database.Service.QueryFirstAsync(
            "select percentile_disc(0.5) within group (order by earliest) from ledger.facts where polity = $1",
            [polity],
            row => row.IsDBNull(0) ? (Day?)null : Day.FromDayNumber(row.GetInt64(0)),
            cancellation
        );

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> PolitiesNamingAsync(IEnumerable<string> ids, long through, CancellationToken cancellation) =>
        await (await database.SourceForAsync(through, cancellation)).QueryAsync(
            "select distinct polity from ledger.facts where names && $1 and position <= $2 and polity is not null order by polity",
            [ids.ToArray(), through],
            row => row.GetString(0),
            cancellation
        );

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> PolitiesSucceedingAsync(
        IEnumerable<string> ids,
        long through,
        CancellationToken cancellation
    ) =>
        await (await database.SourceForAsync(through, cancellation)).QueryAsync(
            "select distinct polity from ledger.facts where names && $1 and type = any($2) and position <= $3 and polity is not null order by polity",
            [ids.ToArray(), Successions, through],
            row => row.GetString(0),
            cancellation
        );

    /// <inheritdoc/>
    public bool IsUnavailable(Exception exception) => DatabaseErrors.IsUnavailable(exception);

    public void Dispose() => polities.Dispose();

    private static MemoryCacheEntryOptions OfSize(long bytes) =>
        new() { Size = Math.Clamp(bytes, 1, CacheSize / 2), SlidingExpiration = CacheExpiration };

    private static Head HeadOf(NpgsqlDataReader row) => new(row.GetInt64(0), row.GetFieldValue<DateTimeOffset>(1));
}
