using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using ArtsakhLedger.Database;
using JasperFx;
using Marten;
using Npgsql;

namespace ArtsakhLedger.Ledger;

/// <summary>Migrates the database's schema, as its owner. Where the schema is up to date, this costs one query.</summary>
public static class Migration
{
    public static async Task ApplyAsync(LedgerDatabase database, CancellationToken cancellation)
    {
        var script = await ReadScriptAsync();
        var version = VersionOf(script);
        await using var connection = await database.Owner.OpenConnectionAsync(cancellation);
        if (await AppliedVersionAsync(connection, cancellation) == version)
        {
            return;
        }

        // Two services may start on one new database.
        await ExecuteAsync(connection, "select pg_advisory_lock(hashtext('artsakh-ledger migration'))", cancellation);
        try
        {
            await using (
                var owners = DocumentStore.For(options =>
                {
                    EventStore.Configure(options, database.Owner);
                    options.AutoCreateSchemaObjects = AutoCreate.CreateOrUpdate;
                })
            )
            {
                await owners.Storage.ApplyAllConfiguredChangesToDatabaseAsync(AutoCreate.CreateOrUpdate);
            }

            await ExecuteAsync(connection, script, cancellation);
            await ExecuteAsync(connection, $"comment on schema ledger is '{version}'", cancellation);
        }
        finally
        {
            // Released even when the migration was cancelled.
            await ExecuteAsync(connection, "select pg_advisory_unlock(hashtext('artsakh-ledger migration'))", CancellationToken.None);
        }
    }

    private static async Task<string> ReadScriptAsync()
    {
        await using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("schema.sql")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    /// <summary>A version that changes with the script and with Marten.</summary>
    private static string VersionOf(string script)
    {
        var marten = typeof(DocumentStore).Assembly.GetName().Version;
        return $"ArtsakhLedger schema {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{marten}\n{script}")))[..16]}";
    }

    /// <summary>The version of the schema; also null where the service's role is missing or has no access, as after restoring a backup.</summary>
    private static async Task<string?> AppliedVersionAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            $"""
            select obj_description(schema, 'pg_namespace') from to_regnamespace('{EventStore.Schema}') schema
            where exists (select from pg_roles where rolname in ({LedgerDatabase.ServiceRoles}) and has_schema_privilege(oid, schema, 'usage'))
            """,
            connection
        );
        return await command.ExecuteScalarAsync(cancellation) as string;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
