using ArtsakhLedger.Checks;
using Npgsql;

namespace ArtsakhLedger.Ledger;

/// <summary>What a group of proposals depends on, read under the lock of the writers: nobody else appends until the transaction ends.</summary>
/// <param name="Head">The head.</param>
/// <param name="Touched">The last positions that touched what the decisions rest on.</param>
/// <param name="Streams">The versions of the streams.</param>
/// <param name="Alike">The ids of recorded facts that the proposals may repeat.</param>
internal sealed record LockedHead(Head Head, Dictionary<string, long> Touched, Dictionary<string, long> Streams, HashSet<string> Alike)
{
    /// <summary>The advisory lock that every writer takes; the number is arbitrary and never changes.</summary>
    private const long WriteLock = 0x4172_7473_616B_684C;

    /// <summary>Takes the lock, which the transaction keeps to its end, and reads in the same round trip.</summary>
    /// <param name="connection">A connection with a transaction.</param>
    /// <param name="proposals">What is to be appended.</param>
    /// <param name="selectAlike">Selects the ids of recorded facts that the proposals may repeat; null where these are looked for otherwise.</param>
    public static async Task<LockedHead> TakeAsync(
        NpgsqlConnection connection,
        IReadOnlyList<Proposal> proposals,
        NpgsqlBatchCommand? selectAlike
    )
    {
        var since = proposals.Min(proposal => proposal.DecidedAt);
        var ids = proposals.SelectMany(proposal => proposal.RestsOn).Distinct().ToArray();
        var names = proposals.SelectMany(proposal => proposal.Facts).Select(fact => fact.StreamName()).Distinct().ToArray();
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("select pg_advisory_xact_lock($1)") { Parameters = { new() { Value = WriteLock } } },
                new("select position, recorded_at from ledger.positions order by position desc limit 1"),
                new(
                    """
                    select fact, position from ledger.positions where fact = any($2)
                    union all
                    select target, position from ledger.positions where position > $1 and target = any($2)
                    """
                )
                {
                    Parameters =
                    {
                        new() { Value = since },
                        new() { Value = ids },
                    },
                },
                new("select id, version from ledger.mt_streams where id = any($1)") { Parameters = { new() { Value = names } } },
                // What was described since, or the descriptions that changes since are about.
                new(
                    """
                    with recursive described (at, position, target) as (
                        select position, position, target from ledger.positions where position > $1 and polity is null
                        union
                        select d.at, p.position, p.target from described d join ledger.positions p on p.fact = d.target)
                    select d.at, f.type, f.body from described d join ledger.facts f using (position)
                    """
                )
                {
                    Parameters = { new() { Value = since } },
                },
                new("select polity, max(position) from ledger.positions where position > $1 and polity = any($2) group by polity")
                {
                    Parameters =
                    {
                        new() { Value = since },
                        new() { Value = ids.Select(Touching.PolityIn).OfType<string>().ToArray() },
                    },
                },
                new(
                    """
                    select f.polity, max(f.position) from ledger.facts f
                    where f.position > $1 and f.polity = any($2)
                        and f.type in ('facts-identified', 'fact-corrected', 'fact-retracted', 'fact-reinstated')
                    group by f.polity
                    """
                )
                {
                    Parameters =
                    {
                        new() { Value = since },
                        new() { Value = ids.Select(Touching.PolityOfActs).OfType<string>().ToArray() },
                    },
                },
            },
        };
        if (selectAlike is not null)
        {
            batch.BatchCommands.Add(selectAlike);
        }

        await using var reader = await batch.ExecuteReaderAsync();
        await reader.NextResultAsync();
        var head = await reader.ReadAsync()
            ? new Head(reader.GetInt64(0), await reader.GetFieldValueAsync<DateTimeOffset>(1))
            : new Head(0, DateTimeOffset.UnixEpoch);
        await reader.NextResultAsync();
        var touched = new Dictionary<string, long>();
        while (await reader.ReadAsync())
        {
            Touch(reader.GetString(0), reader.GetInt64(1));
        }

        await reader.NextResultAsync();
        var streams = new Dictionary<string, long>();
        while (await reader.ReadAsync())
        {
            streams[reader.GetString(0)] = reader.GetInt64(1);
        }

        await reader.NextResultAsync();
        while (await reader.ReadAsync())
        {
            foreach (var id in Touching.By(RecordedFacts.FactOf(reader.GetString(1), reader.GetString(2))))
            {
                Touch(id, reader.GetInt64(0));
            }
        }

        await reader.NextResultAsync();
        while (await reader.ReadAsync())
        {
            Touch(Touching.FactsOf(reader.GetString(0)), reader.GetInt64(1));
        }

        await reader.NextResultAsync();
        while (await reader.ReadAsync())
        {
            Touch(Touching.ActsOf(reader.GetString(0)), reader.GetInt64(1));
        }

        var alike = new HashSet<string>();
        if (await reader.NextResultAsync())
        {
            while (await reader.ReadAsync())
            {
                alike.Add(reader.GetString(0));
            }
        }

        return new(head, touched, streams, alike);

        void Touch(string id, long position) => touched[id] = Math.Max(touched.GetValueOrDefault(id), position);
    }
}
