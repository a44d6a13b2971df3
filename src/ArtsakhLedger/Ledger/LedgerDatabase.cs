using Npgsql;

namespace ArtsakhLedger.Ledger;

/// <summary>The two ways into the database: the owner's, for schema changes and rebuilds alone, and the service's, which may only
/// read and append (DESIGN, section 3).</summary>
public sealed class LedgerDatabase : IAsyncDisposable
{
    /// <summary>The role that <c>schema.sql</c> creates for the service.</summary>
    public const string ServiceRole = "artsakh_ledger_service";

    private LedgerDatabase(NpgsqlDataSource owner, NpgsqlDataSource service, NpgsqlDataSource writer) => (Owner, Service, Writer) = (owner, service, writer);

    public NpgsqlDataSource Owner { get; }

    public NpgsqlDataSource Service { get; }

    /// <summary>The service's one connection that appends, whose server knows all statements of an append.</summary>
    public NpgsqlDataSource Writer { get; }

    /// <summary>Connects nothing yet.</summary>
    /// <param name="connectionString">The login of the service. Without an owner's login of its own it serves for migrations too,
    /// and every connection of the service then takes the restricted role before its first statement.</param>
    /// <param name="ownerConnectionString">The login that owns the schema, where it is another one.</param>
    public static LedgerDatabase Of(string connectionString, string? ownerConnectionString = null)
    {
        var service = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "artsakh-ledger" };
        var owner = new NpgsqlConnectionStringBuilder(ownerConnectionString ?? connectionString)
        {
            ApplicationName = "artsakh-ledger owner",
            MaxPoolSize = 4,
        };
        service.Options = $"{service.Options} -c role={ServiceRole}".TrimStart();
        foreach (var login in new[] { service, owner })
        {
            login.Timezone = "UTC";
            login.Options = $"{login.Options} -c idle_in_transaction_session_timeout=60s".TrimStart();
            login.CommandTimeout = 60;
        }

        // The service asks the same few questions over and over, all of them by an index, also while the statistics of a young table are still
        // to come. It leaves nothing behind on a connection that would have to be reset.
        service.MaxAutoPrepare = 40;
        service.NoResetOnClose = true;
        service.Options += " -c enable_seqscan=off";
        return new(NpgsqlDataSource.Create(owner), NpgsqlDataSource.Create(service), NpgsqlDataSource.Create(WriterOf(service)));
    }

    /// <summary>The same database with the owner's rights for everything: for rebuilding projections.</summary>
    public LedgerDatabase AsOwner() => new(Owner, Owner, Owner);

    private static NpgsqlConnectionStringBuilder WriterOf(NpgsqlConnectionStringBuilder service) =>
        // Marten draws the numbers of a group by a statement of its own for each size of a group.
        new(service.ConnectionString) { MaxPoolSize = 1, MaxAutoPrepare = 2 * Appending.LargestGroup };

    public async ValueTask DisposeAsync()
    {
        await Writer.DisposeAsync();
        await Service.DisposeAsync();
        await Owner.DisposeAsync();
    }
}
