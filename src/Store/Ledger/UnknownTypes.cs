using ArtsakhLedger.Database;
using ArtsakhLedger.Vocabulary;

namespace ArtsakhLedger.Ledger;

/// <summary>Looks for types of facts that this program does not know: a newer one may write to the same database.</summary>
/// <param name="database">The database.</param>
public sealed class UnknownTypes(LedgerDatabase database)
{
    private static readonly string[] Known = [.. FactType.All.Select(type => type.Name)];

    private long through;

    /// <summary>Looks at what was recorded since the last time.</summary>
    /// <param name="head">The last position to look at.</param>
    /// <param name="cancellation">Cancels the query.</param>
    /// <exception cref="NewerRecordException">There is one.</exception>
    public async Task RequireNoneAsync(long head, CancellationToken cancellation)
    {
        var last = Interlocked.Read(ref through);
        if (head <= last)
        {
            return;
        }

        var unknown = await database.Service.QueryFirstAsync(
            "select type from ledger.facts where position > $1 and position <= $2 and type <> all($3) order by position limit 1",
            [last, head, Known],
            row => row.GetString(0),
            cancellation
        );
        if (unknown is not null)
        {
            throw new NewerRecordException(unknown);
        }

        Interlocked.Exchange(ref through, head);
    }
}
