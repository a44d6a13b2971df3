namespace ArtsakhLedger.Ledger;

/// <summary>Narrows down the events of the record by what the database knows of them. What is found is a superset of what is asked for:
/// corrections may have changed what an event says.</summary>
/// <param name="Polity">Only events about this polity.</param>
/// <param name="Batch">Only events that came with this batch.</param>
/// <param name="Author">Only events that this subject recorded.</param>
/// <param name="Names">For each list only events that name, or were corrected to name, one of its entities or sources.</param>
public sealed record RecordSearch(string? Polity, string? Batch, string? Author, IReadOnlyList<string[]> Names)
{
    /// <summary>The values of the parameters after the first three.</summary>
    public IReadOnlyList<object> Values => [.. new object?[] { Polity, Batch, Author }.OfType<object>(), .. Names];

    /// <summary>The query for position and id of the events after <c>$1</c> up to <c>$2</c>, at most <c>$3</c> of them, in the order of record.</summary>
    public string ToSql()
    {
        var number = 3;
        var conditions = new List<string>();
        foreach (var (column, value) in new[] { ("f.polity", Polity), ("p.batch", Batch), ("p.author", Author) })
        {
            if (value is not null)
            {
                conditions.Add($"and {column} = ${++number}");
            }
        }

        // What names it, and what that corrects, and so on.
        conditions.AddRange(
            Names.Select(_ =>
                $"""
                    and f.fact in (
                        with recursive named (fact, target) as (
                            select n.fact, t.target from ledger.facts n join ledger.positions t using (position) where n.names && ${++number} and n.position <= $2
                            union
                            select c.fact, c.target from ledger.positions c join named on c.fact = named.target)
                        select fact from named)
                    """
            )
        );
        return $"""
            select position, f.fact from ledger.facts f join ledger.positions p using (position)
            where position > $1 and position <= $2 {string.Join('\n', conditions)}
            order by position limit $3
            """;
    }
}
