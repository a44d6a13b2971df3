using ArtsakhLedger.Database;
using ArtsakhLedger.Import;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Tests.Running;
using Marten;
using Npgsql;
using Shouldly;
using TransparencyLog;
using Xunit;

namespace ArtsakhLedger.Tests.Ledger;

/// <summary>What is written in bulk is, row by row, what a session of Marten's writes.</summary>
[OnEveryPostgres]
public sealed class BulkWriterTests(PostgresServer server)
{
    // What is random (ids, salts, and the leaves and hashes over them) or the hour of the day is compared by how it stands to others. A session numbers the
    // events of a transaction stream by stream, which nothing rests on.
    private static readonly string[] Rows =
    [
        "select (to_jsonb(e) - 'id' - 'timestamp' - 'seq_id')::text || (e.timestamp = p.recorded_at) from ledger.mt_events e join ledger.positions p on p.event_id = e.id order by position",
        "select seq_id::text from ledger.mt_events order by seq_id",
        "select (to_jsonb(s) - 'timestamp' - 'created')::text || (s.timestamp > s.created) from ledger.mt_streams s order by id collate \"C\"",
        """
            select (to_jsonb(p) - 'event_id' - 'recorded_at' - 'leaf' - 'salt' - 'nodes')::text || octet_length(salt) || octet_length(nodes)
                || (convert_from(leaf, 'UTF8')::jsonb - 'authorSha256' - 'bodySha256' - 'recordedAt')::text
            from ledger.positions p order by position
            """,
        "select f::text from ledger.facts f order by position",
        "select last_value || ' ' || is_called from ledger.mt_events_sequence",
    ];

    [Fact]
    public async Task Rows_written_in_bulk_equal_those_of_a_session()
    {
        var facts = EventsFolder.Read(Repository.Events).Batches.SelectMany(batch => batch.Entries).Select(entry => entry.Fact).ToList();
        facts.Count.ShouldBeGreaterThan(500, "so that streams that are there already are lengthened in bulk too");
        var (bySession, inBulk) = (await server.CreateDatabaseAsync(), await server.CreateDatabaseAsync());

        await AppendAsync(bySession, facts, atOnce: 20);
        await AppendAsync(inBulk, facts, atOnce: 200);

        foreach (var rows in Rows)
        {
            var written = await ReadAsync(inBulk, rows);
            var expected = await ReadAsync(bySession, rows);
            written.Count.ShouldBe(expected.Count, rows);
            written.Zip(expected).Where(pair => pair.First != pair.Second).ShouldBeEmpty(rows);
        }

        (await LedgerVerb.RunAsync(inBulk, "verify")).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task A_bulk_with_one_entry_that_cannot_be_written_leaves_nothing_behind()
    {
        var facts = EventsFolder.Read(Repository.Events).Batches.SelectMany(batch => batch.Entries).Select(entry => entry.Fact).ToList();
        var database = await server.CreateDatabaseAsync();

        await Should.ThrowAsync<CanonicalJsonException>(
            AppendAsync(database, [.. facts, facts[^1] with { Id = "beyond", Note = "a\0b" }], atOnce: facts.Count + 1)
        );
        await Should.ThrowAsync<PostgresException>(
            AppendAsync(database, [.. facts, facts[^1] with { Id = facts[0].Id }], atOnce: facts.Count + 1)
        );

        foreach (var table in new[] { "mt_events", "mt_streams", "positions", "facts" })
        {
            (await ReadAsync(database, $"select count(*)::text from ledger.{table}")).ShouldBe(["0"], table);
        }

        await AppendAsync(database, facts, atOnce: facts.Count);
        (await ReadAsync(database, "select (count(*) = max(position))::text from ledger.positions")).ShouldBe(["true"]);
    }

    private static async Task AppendAsync(string connectionString, List<ArtsakhLedger.Facts.Fact> facts, int atOnce)
    {
        await using var database = LedgerDatabase.Create(connectionString);
        await Migration.ApplyAsync(database, TestContext.Current.CancellationToken);
        await using var store = DocumentStore.For(options => EventStore.Configure(options, database.Service));
        var appending = new Appender(database, store, TimeProvider.System);
        for (var i = 0; i < facts.Count; i += atOnce)
        {
            // The last part is large enough too to be written as the others are.
            var part = atOnce < 100 || facts.Count - i >= 2 * atOnce ? facts.Skip(i).Take(atOnce).ToList() : [.. facts.Skip(i)];
            await appending.AppendAsync(
                new(part, Author.From("test", "Test"), i) { Batch = "a/0001-first" },
                TestContext.Current.CancellationToken
            );
            i += part.Count - atOnce;
        }
    }

    private static async Task<List<string>> ReadAsync(string connectionString, string query)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(query, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
