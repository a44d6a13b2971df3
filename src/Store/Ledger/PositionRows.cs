using ArtsakhLedger.Corrections;
using ArtsakhLedger.Log;
using Marten;

namespace ArtsakhLedger.Ledger;

/// <summary>The rows that a transaction adds to the ledger's own table, inserted by one statement.</summary>
public sealed class PositionRows
{
    private const string Insert = """
        insert into ledger.positions (position, event_id, recorded_at, author, author_name, fact, target, polity, batch, leaf, salt, nodes)
        select * from unnest(?::bigint[], ?::uuid[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bytea[], ?::bytea[], ?::bytea[])
        """;

    private readonly List<(RecordedFact Entry, Guid Event, LogRow Log)> rows = [];

    /// <summary>Adds the row of an entry.</summary>
    public void Add(RecordedFact entry, Guid @event, LogRow log) => rows.Add((entry, @event, log));

    /// <summary>Inserts them with what else a session saves.</summary>
    public void Queue(IDocumentSession session)
    {
        if (rows.Count > 0)
        {
            session.QueueSqlCommand(
                Insert,
                Column(row => row.Entry.Position),
                Column(row => row.Event),
                Column(row => row.Entry.RecordedAt),
                Column(row => row.Entry.Author.Subject),
                Column(row => row.Entry.Author.Name),
                Column(row => row.Entry.Fact.Id),
                Column(row => (row.Entry.Fact as AboutFact)?.Target),
                Column(row => row.Entry.Fact.Polity),
                Column(row => row.Entry.Batch),
                Column(row => row.Log.Leaf),
                Column(row => row.Log.Salt),
                Column(row => row.Log.Nodes)
            );
        }
    }

    private T[] Column<T>(Func<(RecordedFact Entry, Guid Event, LogRow Log), T> value) => [.. rows.Select(value)];
}
