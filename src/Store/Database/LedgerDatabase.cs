using ArtsakhLedger.Telemetry;
using Npgsql;

namespace ArtsakhLedger.Database;

/// <summary>The two ways into the database: the owner's, for schema changes and rebuilds alone, and the service's, which may only
/// read and append (DESIGN, section 3).</summary>
public sealed class LedgerDatabase : IAsyncDisposable
{
    /// <summary>The role that <c>schema.sql</c> creates for the service.</summary>
    public const string ServiceRole = "artsakh_ledger_service";

    /// <summary>How many appends share a transaction at most.</summary>
    internal const int MaxGroupSize = 256;

    private LedgerDatabase(NpgsqlDataSource owner, NpgsqlDataSource service, NpgsqlDataSource writer, ReadReplica? replica) =>
        (Owner, Service, Writer, Replica) = (owner, service, writer, replica);

    public NpgsqlDataSource Owner { get; }

    public NpgsqlDataSource Service { get; }

    /// <summary>The service's one connection that appends, whose server knows all statements of an append.</summary>
    public NpgsqlDataSource Writer { get; }

    /// <summary>A streaming replica that reads may go to; null where there is none.</summary>
    public ReadReplica? Replica { get; }

    /// <summary>Where to read what is recorded up to a position that was seen to be there.</summary>
    public async ValueTask<NpgsqlDataSource> ReadingAsync(long through, CancellationToken cancellation)
    {
        if (Replica is not null && await Replica.HavingAsync(through, Service, cancellation) is { } replica)
        {
            LedgerTelemetry.Read("replica");
            return replica;
        }

        LedgerTelemetry.Read("primary");
        return Service;
    }

    /// <summary>Connects nothing yet.</summary>
    /// <param name="connectionString">The login of the service. Without an owner's login of its own it serves for migrations too,
    /// and every connection of the service then takes the restricted role before its first statement.</param>
    /// <param name="ownerConnectionString">The login that owns the schema, where it is another one.</param>
    /// <param name="replicaConnectionString">A streaming replica, where there is one.</param>
    public static LedgerDatabase Of(string connectionString, string? ownerConnectionString = null, string? replicaConnectionString = null)
    {
        var service = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "artsakh-ledger" };
        var owner = new NpgsqlConnectionStringBuilder(ownerConnectionString ?? connectionString)
        {
            ApplicationName = "artsakh-ledger owner",
            MaxPoolSize = 4,
        };
        var replica = replicaConnectionString is null
            ? null
            : new NpgsqlConnectionStringBuilder(replicaConnectionString) { ApplicationName = "artsakh-ledger reads" };
        var restricted = new[] { service, replica }.OfType<NpgsqlConnectionStringBuilder>().ToList();
        foreach (var login in restricted)
        {
            login.Options = $"{login.Options} -c role={ServiceRole} -c enable_seqscan=off".TrimStart();

            // The service asks the same few questions over and over, all of them by an index, also while the statistics of a young table are
            // still to come; the owner changes what they mean. It leaves nothing behind on a connection that would have to be reset.
            login.MaxAutoPrepare = 40;
            login.NoResetOnClose = true;
        }

        foreach (var login in restricted.Append(owner))
        {
            login.Timezone = "UTC";

            // All questions are short. A plan that cannot do without a scan counts as enormously dear where scans are off, and would be compiled before it is run once.
            login.Options = $"{login.Options} -c idle_in_transaction_session_timeout=60s -c jit=off".TrimStart();
            login.CommandTimeout = 60;
        }

        return new(
            NpgsqlDataSource.Create(owner),
            NpgsqlDataSource.Create(service),
            NpgsqlDataSource.Create(WriterOf(service)),
            replica is null ? null : new(NpgsqlDataSource.Create(replica))
        );
    }

    /// <summary>The same database with the owner's rights for everything: for rebuilding projections.</summary>
    public LedgerDatabase AsOwner() => new(Owner, Owner, Owner, null);

    /// <summary>Lets go of pooled connections, the writer's too: where a server is gone, none of them leads anywhere.</summary>
    public void ForgetConnections()
    {
        Service.Clear();
        Writer.Clear();
        Owner.Clear();
        Replica?.Forget();
    }

    private static NpgsqlConnectionStringBuilder WriterOf(NpgsqlConnectionStringBuilder service) =>
        // Marten draws the numbers of a group by a statement of its own for each size of a group.
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
