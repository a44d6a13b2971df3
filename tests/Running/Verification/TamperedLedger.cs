using ArtsakhLedger.Database;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Log;
using ArtsakhLedger.Verification;
using Npgsql;
using Shouldly;
using TransparencyLog;
using Xunit;

namespace ArtsakhLedger.Tests.Verification;

/// <summary>A copy of the real ledger in a database of its own, and a superuser who takes its guards away.</summary>
public sealed class TamperedLedger(string connectionString)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public string ConnectionString => connectionString;

    public async Task TamperAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(
            $"""
            alter table ledger.mt_events disable trigger all;
            alter table ledger.positions disable trigger all;
            alter table ledger.facts disable trigger all;
            alter table ledger.snapshots disable trigger all;
            alter table ledger.requests disable trigger all;
            alter table ledger.log disable trigger all;
            alter table ledger.log_keys disable trigger all;
            alter table ledger.mt_streams disable trigger all;
            {sql};
            """,
            connection
        );
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    public async Task<T> QueryAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync(Cancellation))!;
    }

    public async Task<Mismatch?> VerifyLogAsync(params KeptCheckpoint[] kept)
    {
        await using var database = LedgerDatabase.Create(connectionString);
        await using var ledger = await FrozenLedger.OpenAsync(database, Cancellation);
        return await new LogVerification(ledger, kept, new Progress<long>()).RunAsync(Cancellation);
    }

    public async Task<Mismatch?> VerifyBesideAsync()
    {
        await using var database = LedgerDatabase.Create(connectionString);
        await using var ledger = await FrozenLedger.OpenAsync(database, Cancellation);
        return await ledger.FindMismatchBesideAsync(Cancellation);
    }

    public async Task<Mismatch?> VerifyRowsAsync()
    {
        await using var database = LedgerDatabase.Create(connectionString);
        await using var ledger = await FrozenLedger.OpenAsync(database, Cancellation);
        return await new RowVerification(ledger, new Progress<long>()).RunAsync(Cancellation);
    }

    public async Task<Mismatch?> VerifySnapshotsAndQuotesAsync()
    {
        await using var database = LedgerDatabase.Create(connectionString);
        await using var ledger = await FrozenLedger.OpenAsync(database, Cancellation);
        var rows = new RowVerification(ledger, new Progress<long>());
        (await rows.RunAsync(Cancellation)).ShouldBeNull();
        var (altered, texts) = await rows.ReadSnapshotsAsync(Cancellation);
        return altered ?? rows.CheckQuotes(texts).Wrong;
    }

    /// <summary>What an owner of the database can do: write every leaf and every hash of the tree anew, so that they fit what is stored now.</summary>
    public async Task RebuildLogAsync()
    {
        await using var database = LedgerDatabase.Create(connectionString);
        var rows = new List<(StoredEntry Entry, byte[] Leaf)>();
        var (leaves, json) = (new LeafWriter(), new CanonicalJsonWriter(strict: true));
        await using (var ledger = await FrozenLedger.OpenAsync(database, Cancellation))
        {
            await foreach (var (entry, stored) in new StoredEventReader(ledger).ReadAsync(Cancellation))
            {
                rows.Add(
                    (
                        entry!,
                        leaves.Write(
                            entry!.Position,
                            stored!.Stream,
                            stored.Version,
                            stored.Type,
                            entry.RecordedAt,
                            entry.Batch,
                            entry.Author,
                            json.Write(stored.Body),
                            entry.Log.Salt
                        )
                    )
                );
            }
        }

        var tree = new TreeGrowth(new Frontier());
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(Cancellation);
        foreach (var (entry, leaf) in rows)
        {
            await using var update = new NpgsqlCommand("update ledger.positions set leaf = $2, nodes = $3 where position = $1", connection);
            update.Parameters.Add(new() { Value = entry.Position });
            update.Parameters.Add(new() { Value = leaf });
            update.Parameters.Add(new() { Value = MerkleHash.Concat([.. tree.Append(MerkleHash.HashLeaf(leaf))]) });
            await update.ExecuteNonQueryAsync(Cancellation);
        }
    }
}
