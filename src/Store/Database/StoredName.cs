using ArtsakhLedger.Ledger;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace ArtsakhLedger.Database;

/// <summary>The name of the ledger as stored in its database. A ledger is given a name of its own while nothing is recorded, and keeps it: citations
/// carry it.</summary>
public static class StoredName
{
    /// <summary>The name of the ledger. Where a name is set and nothing is recorded yet, it is stored first.</summary>
    /// <param name="database">The database, with the schema of this program.</param>
    /// <param name="configuration">The settings.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="SettingException">The name that is set cannot be a name, or the ledger has another one.</exception>
    public static async Task<LedgerName> OfAsync(LedgerDatabase database, IConfiguration configuration, CancellationToken cancellation)
    {
        var configured = ConfiguredIn(configuration);
        var stored = await ReadAsync(database.Service, cancellation);
        if (stored is null && configured is { IsOwn: true })
        {
            await database.Service.ExecuteAsync(
                "insert into ledger.name (name) select $1 where not exists (select from ledger.positions) on conflict do nothing",
                [configured.Text],
                cancellation
            );
            stored = await ReadAsync(database.Service, cancellation);
        }

        var name = stored ?? LedgerName.Default;
        return configured is null || configured == name
            ? name
            : throw new SettingException(
                $"Ledger:Name is “{configured}”, but the ledger in this database is called “{name}”, and what is recorded in it is cited under that name. Leave Ledger:Name out, or use a database of its own for another ledger: new-ledger \"{configured}\" makes one."
            );
    }

    /// <summary>Stores the name of a ledger that is being made, and keeps it only if what else has to be done succeeds.</summary>
    /// <returns>False where the database has a ledger with a name or a record already.</returns>
    public static async Task<bool> TryFixAsync(LedgerDatabase database, LedgerName name, Action alongside, CancellationToken cancellation)
    {
        await using var connection = await database.Service.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var command = new NpgsqlCommand(
            "insert into ledger.name (name) select $1 where not exists (select from ledger.positions) on conflict do nothing",
            connection,
            transaction
        );
        command.Parameters.Add(new() { Value = name.Text });
        if (await command.ExecuteNonQueryAsync(cancellation) == 0)
        {
            return false;
        }

        alongside();
        await transaction.CommitAsync(cancellation);
        return true;
    }

    /// <summary>What the database holds before anything is done to it: a ledger's name and how much it records; null where there is no ledger in it, or an
    /// empty one without a name.</summary>
    public static async Task<(LedgerName Name, long Entries)?> FindAsync(LedgerDatabase database, CancellationToken cancellation)
    {
        if (!await ExistsAsync(database.Owner, "ledger.positions", cancellation))
        {
            return null;
        }

        var entries = await database.Owner.QueryFirstAsync(
            "select coalesce(max(position), 0) from ledger.positions",
            [],
            row => row.GetInt64(0),
            cancellation
        );
        var name = await ExistsAsync(database.Owner, "ledger.name", cancellation) ? await ReadAsync(database.Owner, cancellation) : null;
        return name is null && entries == 0 ? null : (name ?? LedgerName.Default, entries);
    }

    /// <summary>The name that is set; null where none is.</summary>
    /// <exception cref="SettingException">It cannot be a name.</exception>
    public static LedgerName? ConfiguredIn(IConfiguration configuration)
    {
        try
        {
            return configuration["Ledger:Name"] is { Length: > 0 } text ? LedgerName.From(text) : null;
        }
        catch (UnusableLedgerNameException unusable)
        {
            throw new SettingException($"Ledger:Name cannot be used. {unusable.Message}", unusable);
        }
    }

    private static Task<LedgerName?> ReadAsync(NpgsqlDataSource source, CancellationToken cancellation) =>
        source.QueryFirstAsync("select name from ledger.name", [], row => LedgerName.From(row.GetString(0)), cancellation);

    private static Task<bool> ExistsAsync(NpgsqlDataSource source, string table, CancellationToken cancellation) =>
        source.QueryFirstAsync("select to_regclass($1) is not null", [table], row => row.GetBoolean(0), cancellation);
}
