using ArtsakhLedger.Telemetry;
using Npgsql;

namespace ArtsakhLedger.Database;

/// <summary>The connections to the database: the owner's, for migrations and rebuilds, and the service's, which may only read and append.</summary>
public sealed class LedgerDatabase : IAsyncDisposable
{
    /// <summary>The roles that <c>schema.sql</c> gives the service's rights to one of: its own, and that of ledgers from before it had this name.</summary>
    internal const string ServiceRoles = "'ledger_append_only', 'artsakh_ledger_service'";

    // The role is known only where the schema is. Where neither has the rights yet, the one that is to have them is refused by its name.
    private const string TakeRole = $"""
        select set_config('role', coalesce(
            (select rolname from pg_roles where rolname in ({ServiceRoles}) and has_schema_privilege(oid, to_regnamespace('ledger'), 'usage')
             order by rolname desc limit 1),
            'ledger_append_only'), false)
        """;

    /// <summary>How many appends share a transaction at most.</summary>
    internal const int MaxGroupSize = 256;

    private LedgerDatabase(NpgsqlDataSource owner, NpgsqlDataSource service, NpgsqlDataSource writer, ReadReplica? replica) =>
        (Owner, Service, Writer, Replica) = (owner, service, writer, replica);

    /// <summary>The owner's connections.</summary>
    public NpgsqlDataSource Owner { get; }

    /// <summary>The service's connections, under the restricted role.</summary>
    public NpgsqlDataSource Service { get; }

    /// <summary>The single connection that the service appends on, so that all its statements stay prepared.</summary>
    public NpgsqlDataSource Writer { get; }

    /// <summary>A streaming replica for reads; null where there is none.</summary>
    public ReadReplica? Replica { get; }

    /// <summary>Where to read entries up to a position that is known to exist: the replica if it has them, otherwise the database itself.</summary>
    public async ValueTask<NpgsqlDataSource> SourceForAsync(long through, CancellationToken cancellation)
    {
        if (Replica is not null && await Replica.HavingAsync(through, Service, cancellation) is { } replica)
        {
            LedgerTelemetry.Read("replica");
            return replica;
        }

        LedgerTelemetry.Read("primary");
        return Service;
    }

    /// <summary>Creates the data sources; connections are opened when needed.</summary>
    /// <param name="connectionString">The service's login. Its connections take the restricted role. Without a separate owner, it is also used for
    /// migrations.</param>
    /// <param name="ownerConnectionString">The login that owns the schema, where it is a different one.</param>
    /// <param name="replicaConnectionString">A streaming replica, where there is one.</param>
    public static LedgerDatabase Create(
        string connectionString,
        string? ownerConnectionString = null,
        string? replicaConnectionString = null
    )
    {
        var service = Read("Ledger", connectionString);
        service.ApplicationName = "artsakh-ledger";
        var owner = Read(ownerConnectionString is null ? "Ledger" : "Owner", ownerConnectionString ?? connectionString);
        owner.ApplicationName = "artsakh-ledger owner";
        owner.MaxPoolSize = 4;
        var replica = replicaConnectionString is null ? null : Read("Replica", replicaConnectionString);
        if (replica is not null)
        {
            replica.ApplicationName = "artsakh-ledger reads";
        }

        var restricted = new[] { service, replica }.OfType<NpgsqlConnectionStringBuilder>().ToList();
        foreach (var login in restricted)
        {
            login.Options = $"{login.Options} -c enable_seqscan=off".TrimStart();

            // The service repeats a few statements, all of which use an index (sequential scans are off for tables without statistics yet), and
            // leaves no state on a connection that would have to be reset.
            login.MaxAutoPrepare = 40;
            login.NoResetOnClose = true;
        }

        foreach (var login in restricted.Append(owner))
        {
            login.Timezone = "UTC";

            // Queries are short. With sequential scans off, a plan that needs one has a huge cost estimate, which would trigger JIT compilation.
            login.Options = $"{login.Options} -c idle_in_transaction_session_timeout=60s -c jit=off".TrimStart();
            login.CommandTimeout = 60;
        }

        return new(
            NpgsqlDataSource.Create(owner),
            Restricted(service),
            Restricted(WriterOf(service)),
            replica is null ? null : new(Restricted(replica))
        );
    }

    /// <summary>The same database with the owner's rights for everything, for rebuilding projections.</summary>
    public LedgerDatabase AsOwner() => new(Owner, Owner, Owner, null);

    /// <summary>Clears all connection pools, after the server has gone.</summary>
    public void ClearPools()
    {
        Service.Clear();
        Writer.Clear();
        Owner.Clear();
        Replica?.Forget();
    }

    /// <summary>Reads a connection string, which may hold a password and is never shown.</summary>
    private static NpgsqlConnectionStringBuilder Read(string name, string connectionString)
    {
        const string Form = "It has the form Host=db.example.org;Database=ledger;Username=ledger;Password=…";
        try
        {
            var read = new NpgsqlConnectionStringBuilder(connectionString);
            return read is { Host: { Length: > 0 }, Port: > 0 and <= ushort.MaxValue }
                ? read
                : throw new SettingException($"ConnectionStrings:{name} names no host, or a port that there is not. {Form}");
        }
        catch (Exception unreadable)
            when (unreadable is ArgumentException or FormatException or InvalidOperationException or OverflowException)
        {
            throw new SettingException($"ConnectionStrings:{name} is no connection string of Npgsql. {Form}", unreadable);
        }
    }

    /// <summary>Connections that take the restricted role as soon as they are open.</summary>
    private static NpgsqlDataSource Restricted(NpgsqlConnectionStringBuilder login)
    {
        var source = new NpgsqlDataSourceBuilder(login.ConnectionString);
        source.UsePhysicalConnectionInitializer(
            connection =>
            {
                using var command = new NpgsqlCommand(TakeRole, connection);
                command.ExecuteNonQuery();
            },
            async connection =>
            {
                await using var command = new NpgsqlCommand(TakeRole, connection);
                await command.ExecuteNonQueryAsync();
            }
        );
        return source.Build();
    }

    private static NpgsqlConnectionStringBuilder WriterOf(NpgsqlConnectionStringBuilder service) =>
        // Marten uses a different statement for each group size.
        new(service.ConnectionString) { MaxPoolSize = 1, MaxAutoPrepare = 2 * MaxGroupSize };

    public async ValueTask DisposeAsync()
    {
        if (Replica is not null)
        {
            await Replica.DisposeAsync();
        }

        await Writer.DisposeAsync();
        await Service.DisposeAsync();
        await Owner.DisposeAsync();
    }
}
