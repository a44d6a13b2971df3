using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using ArtsakhLedger.Database;
using JasperFx;
using Marten;
using Npgsql;

namespace ArtsakhLedger.Ledger;

/// <summary>Brings the database's schema to what this program needs, as the owner. On a database that is already there it costs one query.</summary>
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

        // Two services that start on one new database would trip over each other's "create".
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
            await ExecuteAsync(connection, "select pg_advisory_unlock(hashtext('artsakh-ledger migration'))", CancellationToken.None);
        }
    }

    private static async Task<string> ReadScriptAsync()
    {
        await using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("schema.sql")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    /// <summary>Changes when the script or Marten does.</summary>
    private static string VersionOf(string script)
    {
        var marten = typeof(DocumentStore).Assembly.GetName().Version;
        return $"ArtsakhLedger schema {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{marten}\n{script}")))[..16]}";
    }

    /// <summary>Null, too, where the service's role may not use it: a backup holds neither roles nor, perhaps, their rights.</summary>
    private static async Task<string?> AppliedVersionAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            $"""
            select obj_description(schema, 'pg_namespace') from to_regnamespace('{EventStore.Schema}') schema, pg_roles role
            where role.rolname = '{LedgerDatabase.ServiceRole}' and has_schema_privilege(role.oid, schema, 'usage')
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
