using ArtsakhLedger.Ledger;
using Microsoft.Extensions.Configuration;

namespace ArtsakhLedger.Database;

/// <summary>The name of the ledger that a service serves. Until its database could be read, it is the one that is set.</summary>
public sealed class NameInUse(LedgerDatabase database, IConfiguration configuration)
{
    private volatile LedgerName? stored;

    /// <summary>The name.</summary>
    public LedgerName Name => stored ?? StoredName.ConfiguredIn(configuration) ?? LedgerName.Default;

    /// <summary>Whether it has been read from the database, and so does not change any more.</summary>
    public bool IsRead => stored is not null;

    /// <summary>Reads it from the database, or stores the one that is set.</summary>
    /// <exception cref="SettingException">The ledger has another name than the one that is set.</exception>
    public async Task<LedgerName> ReadAsync(CancellationToken cancellation) =>
        stored = await StoredName.OfAsync(database, configuration, cancellation);
}
