using System.Text.Json;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Database;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Vocabulary;
using Microsoft.Extensions.Caching.Memory;
using Npgsql;

namespace ArtsakhLedger.Ledger;

/// <summary>Reads what is recorded. Facts of a polity are kept in memory, a pure function of the rows up to a position: rows are only
/// ever added, so what was loaded stays true, and the database is asked only for what came since.</summary>
public sealed class LedgerReader(LedgerDatabase database) : ILedger, IDisposable
{
    /// <summary>How many facts the polities that are kept may have together; those that are asked for most are answered from their packed histories instead.</summary>
    private const int KeptFacts = 20_000;

    /// <summary>How long facts are kept that nobody asks for.</summary>
    private static readonly TimeSpan KeptUnasked = TimeSpan.FromMinutes(1);

    private readonly NewestPositions newest = new(database);
    private readonly MemoryCache polities = new(new MemoryCacheOptions { SizeLimit = KeptFacts });
    private readonly LoadedFacts descriptions = new("polity is null", null);
    private volatile EntityDescriptions byEntity = new([]);

    /// <summary>The newest entry as it was last seen; it may have moved on since.</summary>
    public Head LastSeenHead => newest.Seen;

    /// <summary>The newest entry right now.</summary>
    public Task<Head> HeadAsync(CancellationToken cancellation) => newest.AskAsync(cancellation);

    /// <inheritdoc cref="NewestPositions.Touched"/>
    public bool HasChangedSince(string polity, long after) => newest.Touched(polity, after);

    /// <inheritdoc cref="NewestPositions.Described"/>
    public bool HasNewDescriptionsSince(long after) => newest.Described(after);

    /// <summary>The last entry at or before an instant; null where nothing had been recorded.</summary>
    public Task<Head?> LastAtAsync(DateTimeOffset instant, CancellationToken cancellation) =>
        FindAsync(
            "select position, recorded_at from ledger.positions where recorded_at <= $1 order by recorded_at desc limit 1",
            instant.ToUniversalTime(),
            cancellation
        );

    /// <summary>The last entry of a batch; null for a batch that the ledger does not have.</summary>
    public Task<Head?> LastOfBatchAsync(string batch, CancellationToken cancellation) =>
        FindAsync(
            "select position, recorded_at from ledger.positions where batch = $1 order by position desc limit 1",
            batch,
            cancellation
        );

    /// <summary>The facts of a polity up to a position that is not beyond the head, in the order of record.</summary>
    public async Task<IReadOnlyList<RecordedFact>> FactsOfAsync(string polity, long through, CancellationToken cancellation)
    {
        // Put there before it is loaded, so that all who ask at once wait for one read, and again once it is known what it weighs: the largest
        // weigh so little that one of them fits.
        var loaded = polities.GetOrCreate(polity, _ => new LoadedFacts("polity = $2", polity), Weighing(0))!;
        var before = loaded.All.Length;
        var facts = await loaded.ThroughAsync(database, through, cancellation);
        if (loaded.All.Length != before)
        {
            polities.Set(polity, loaded, Weighing(loaded.All.Length));
        }

        return facts;
    }

    /// <summary>Lets go of facts that nobody has asked for of late; while others are asked for, that happens by itself.</summary>
    public void ReleaseUnused() => polities.Compact(0);

    private static MemoryCacheEntryOptions Weighing(int facts) =>
        new() { Size = Math.Clamp(facts, 1, KeptFacts / 2), SlidingExpiration = KeptUnasked };

    /// <summary>The same after a position, read once and not kept.</summary>
    public async Task<IReadOnlyList<RecordedFact>> ReadFactsOfAsync(string polity, long after, long through, CancellationToken cancellation)
    {
        await using var command = (await database.ReadingAsync(through, cancellation)).CreateCommand(
            LoadedFacts.Query("polity = $2 and position <= $3")
        );
        command.Parameters.Add(new() { Value = after });
        command.Parameters.Add(new() { Value = polity });
        command.Parameters.Add(new() { Value = through });
        return await LoadedFacts.ReadAsync(command, cancellation);
    }

    /// <summary>The descriptions of entities up to a position at least, by entity.</summary>
    public async Task<EntityDescriptions> DescriptionsByEntityAsync(long through, CancellationToken cancellation)
    {
        await DescriptionsAsync(through, cancellation);
        var all = descriptions.All;
        return byEntity.Count == all.Length ? byEntity : byEntity = new(all);
    }

    /// <summary>The descriptions of entities and sources up to a position.</summary>
    public Task<IReadOnlyList<RecordedFact>> DescriptionsAsync(long through, CancellationToken cancellation) =>
        through <= newest.Seen.Position && descriptions.Position > 0 && !newest.Described(descriptions.Position)
            ? Task.FromResult(descriptions.UpTo(through))
            : descriptions.ThroughAsync(database, through, cancellation);

    /// <summary>An event of the record with everything that is said about it, up to a position; null for an id that the ledger did not have.</summary>
    public async Task<FactsAsKnown?> FactAsync(string id, long through, CancellationToken cancellation)
    {
        var entries = await EntriesAboutAsync([id], through, cancellation);
        return entries.Any(entry => entry.Fact.Id == id) ? new(entries) : null;
    }

    /// <summary>Events of the record and everything that is said about them, up to a position, in the order of record.</summary>
    public async Task<IReadOnlyList<RecordedFact>> EntriesAboutAsync(IEnumerable<string> ids, long through, CancellationToken cancellation)
    {
        await using var command = (await database.ReadingAsync(through, cancellation)).CreateCommand(
            LoadedFacts.Query("position in (select position from about) and position <= $3", withAbout: true)
        );
        command.Parameters.Add(new() { Value = 0L });
        command.Parameters.Add(new() { Value = ids.ToArray() });
        command.Parameters.Add(new() { Value = through });
        return await LoadedFacts.ReadAsync(command, cancellation);
    }

    /// <summary>The next events of the record that a search may be about, in the order of record.</summary>
    /// <param name="search">What narrows it down.</param>
    /// <param name="after">Only events after this position.</param>
    /// <param name="through">The last position that counts.</param>
    /// <param name="most">How many events to find.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<(long Position, string Fact)>> FindAsync(
        RecordSearch search,
        long after,
        long through,
        int most,
        CancellationToken cancellation
    )
    {
        await using var command = (await database.ReadingAsync(through, cancellation)).CreateCommand(search.ToSql());
        foreach (var value in new object[] { after, through, most }.Concat(search.Values()))
        {
            command.Parameters.Add(new() { Value = value });
        }

        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<(long, string)>();
        while (await reader.ReadAsync(cancellation))
        {
            found.Add((reader.GetInt64(0), reader.GetString(1)));
        }

        return found;
    }

    /// <summary>The batches up to a position, in the order of record.</summary>
    public Task<IReadOnlyList<RecordedBatch>> BatchesAsync(long through, CancellationToken cancellation) =>
        BatchesAsync(through, 0, cancellation);

    /// <summary>The same of what was recorded after a position alone.</summary>
    public async Task<IReadOnlyList<RecordedBatch>> BatchesAsync(long through, long after, CancellationToken cancellation)
    {
        await using var command = (await database.ReadingAsync(through, cancellation)).CreateCommand(
            """
            select batch, min(position), max(position), count(*), min(recorded_at), max(recorded_at)
            from ledger.positions where batch is not null and position > $2 and position <= $1 group by batch order by min(position)
            """
        );
        command.Parameters.Add(new() { Value = through });
        command.Parameters.Add(new() { Value = after });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<RecordedBatch>();
        while (await reader.ReadAsync(cancellation))
        {
            found.Add(
                new(
                    reader.GetString(0),
                    reader.GetInt64(1),
                    reader.GetInt64(2),
                    reader.GetInt64(3),
                    await reader.GetFieldValueAsync<DateTimeOffset>(4, cancellation),
                    await reader.GetFieldValueAsync<DateTimeOffset>(5, cancellation)
                )
            );
        }

        return found;
    }

    /// <summary>Those of some ids that are taken.</summary>
    public async Task<IReadOnlySet<string>> TakenAmongAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        await using var command = database.Service.CreateCommand("select fact from ledger.positions where fact = any($1)");
        command.Parameters.Add(new() { Value = ids.ToArray() });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var taken = new HashSet<string>();
        while (await reader.ReadAsync(cancellation))
        {
            taken.Add(reader.GetString(0));
        }

        return taken;
    }

    /// <summary>Some entries from a position on.</summary>
    public async Task<IReadOnlyList<RecordedFact>> EntriesAsync(long from, int count, CancellationToken cancellation)
    {
        await using var command = (await database.ReadingAsync(from + count - 1, cancellation)).CreateCommand(
            LoadedFacts.Query("position <= $2")
        );
        command.Parameters.Add(new() { Value = from - 1 });
        command.Parameters.Add(new() { Value = from + count - 1 });
        return await LoadedFacts.ReadAsync(command, cancellation);
    }

    /// <summary>The request that an author sent under a key; null where there was none.</summary>
    public async Task<EarlierRequest?> RequestAsync(string author, string key, CancellationToken cancellation)
    {
        await using var command = database.Service.CreateCommand(
            "select fingerprint, first_position, facts, ledger_size from ledger.requests where author = $1 and key = $2"
        );
        command.Parameters.Add(new() { Value = author });
        command.Parameters.Add(new() { Value = key });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? new(await reader.GetFieldValueAsync<byte[]>(0, cancellation), reader.GetInt64(1), reader.GetInt32(2), reader.GetInt64(3))
            : null;
    }

    /// <summary>Every polity that has facts, with the position of its first.</summary>
    public async Task<IReadOnlyList<(string Polity, long Position)>> PolitiesAsync(CancellationToken cancellation)
    {
        await using var command = database.Service.CreateCommand(
            "select polity, min(position) from ledger.facts where polity is not null group by polity order by polity"
        );
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<(string, long)>();
        while (await reader.ReadAsync(cancellation))
        {
            found.Add((reader.GetString(0), reader.GetInt64(1)));
        }

        return found;
    }

    /// <summary>The polities with a fact that names one of some entities or sources, up to a position. What has been taken out or corrected since counts too.</summary>
    public async Task<IReadOnlyList<string>> PolitiesNamingAsync(IEnumerable<string> ids, long through, CancellationToken cancellation)
    {
        await using var command = (await database.ReadingAsync(through, cancellation)).CreateCommand(
            "select distinct polity from ledger.facts where names && $1 and position <= $2 and polity is not null order by polity"
        );
        command.Parameters.Add(new() { Value = ids.ToArray() });
        command.Parameters.Add(new() { Value = through });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<string>();
        while (await reader.ReadAsync(cancellation))
        {
            found.Add(reader.GetString(0));
        }

        return found;
    }

    /// <inheritdoc/>
    public bool IsUnavailable(Exception exception) => DatabaseAway.Is(exception);

    public void Dispose() => polities.Dispose();

    private async Task<Head?> FindAsync(string sql, object? parameter, CancellationToken cancellation)
    {
        await using var command = database.Service.CreateCommand(sql);
        if (parameter is not null)
        {
            command.Parameters.Add(new() { Value = parameter });
        }

        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? new(reader.GetInt64(0), await reader.GetFieldValueAsync<DateTimeOffset>(1, cancellation))
            : null;
    }

    /// <summary>The rows of one selection, loaded up to some position and added to as the ledger grows.</summary>
    private sealed class LoadedFacts(string condition, string? parameter)
    {
        private readonly SemaphoreSlim loading = new(1);
        private volatile Loaded current = new(0, []);

        /// <summary>The query for rows after a position, under a further condition.</summary>
        public static string Query(string condition, bool withAbout = false) =>
            $"""
                {(withAbout ? About : "")}
                select position, p.recorded_at, p.batch, f.type, f.body, p.author, p.author_name
                from ledger.facts f join ledger.positions p using (position)
                where position > $1 and f.{condition} order by position
                """;

        /// <summary>Events, what is about them, what is about that, and so on.</summary>
        private const string About = """
            with recursive about (position, fact) as (
                select position, fact from ledger.positions where fact = any($2)
                union
                select p.position, p.fact from ledger.positions p join about on p.target = about.fact)
            """;

        public static async Task<IReadOnlyList<RecordedFact>> ReadAsync(NpgsqlCommand command, CancellationToken cancellation)
        {
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            var rows = new List<RecordedFact>();
            while (await reader.ReadAsync(cancellation))
            {
                var type =
                    FactType.Named(reader.GetString(3))
                    ?? throw new InvalidOperationException(
                        $"The ledger holds a fact of type '{reader.GetString(3)}', which this program does not know: it is older than the record."
                    );
                var fact = (Fact)JsonSerializer.Deserialize(reader.GetString(4), type.Type, FactJson.Options)!;
                var batch = await reader.IsDBNullAsync(2, cancellation) ? null : reader.GetString(2);
                rows.Add(
                    new(
                        reader.GetInt64(0),
                        await reader.GetFieldValueAsync<DateTimeOffset>(1, cancellation),
                        Author.From(reader.GetString(5), reader.GetString(6)),
                        batch,
                        fact
                    )
                );
            }

            return rows;
        }

        /// <summary>Everything that is loaded.</summary>
        public RecordedFact[] All => current.Rows;

        /// <summary>How far it is loaded.</summary>
        public long Position => current.Position;

        /// <summary>What is loaded up to a position.</summary>
        public IReadOnlyList<RecordedFact> UpTo(long position) => current.UpTo(position);

        public async Task<IReadOnlyList<RecordedFact>> ThroughAsync(LedgerDatabase database, long through, CancellationToken cancellation)
        {
            if (current.Position < through)
            {
                await loading.WaitAsync(cancellation);
                try
                {
                    if (current.Position < through)
                    {
                        current = await LoadMoreAsync(database, through, cancellation);
                    }
                }
                finally
                {
                    loading.Release();
                }
            }

            return current.UpTo(through);
        }

        private async Task<Loaded> LoadMoreAsync(LedgerDatabase database, long through, CancellationToken cancellation)
        {
            await using var command = (await database.ReadingAsync(through, cancellation)).CreateCommand(Query(condition));
            command.Parameters.Add(new() { Value = current.Position });
            if (parameter is not null)
            {
                command.Parameters.Add(new() { Value = parameter });
            }

            var rows = await ReadAsync(command, cancellation);
            var last = rows.Count == 0 ? through : Math.Max(through, rows[^1].Position);
            return new(last, [.. current.Rows, .. rows]);
        }

        private sealed record Loaded(long Position, RecordedFact[] Rows)
        {
            public IReadOnlyList<RecordedFact> UpTo(long position)
            {
                if (Rows.Length == 0 || Rows[^1].Position <= position)
                {
                    return Rows;
                }

                var count = Array.FindIndex(Rows, row => row.Position > position);
                return new ArraySegment<RecordedFact>(Rows, 0, count);
            }
        }
    }
}
