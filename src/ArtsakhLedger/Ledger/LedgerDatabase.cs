using Npgsql;

namespace ArtsakhLedger.Ledger;

/// <summary>The two ways into the database: the owner's, for schema changes and rebuilds alone, and the service's, which may only
/// read and append (DESIGN, section 3).</summary>
public sealed class LedgerDatabase : IAsyncDisposable
{
    /// <summary>The role that <c>schema.sql</c> creates for the service.</summary>
    public const string ServiceRole = "artsakh_ledger_service";

    private LedgerDatabase(NpgsqlDataSource owner, NpgsqlDataSource service) => (Owner, Service) = (owner, service);

    public NpgsqlDataSource Owner { get; }

    public NpgsqlDataSource Service { get; }

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

        // The service asks the same few questions over and over; the owner changes what they mean.
        service.MaxAutoPrepare = 40;

        return new(NpgsqlDataSource.Create(owner), NpgsqlDataSource.Create(service));
    }

    /// <summary>The same database with the owner's rights for everything: for rebuilding projections.</summary>
    public LedgerDatabase AsOwner() => new(Owner, Owner);

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        await Owner.DisposeAsync();
    }
}
