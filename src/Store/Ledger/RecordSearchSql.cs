namespace ArtsakhLedger.Ledger;

/// <summary>The SQL of a search of the record.</summary>
internal static class RecordSearchSql
{
    /// <summary>The values of the parameters from <c>$4</c> on.</summary>
    public static IReadOnlyList<object> Values(this RecordSearch search) =>
        [.. new object?[] { search.Polity, search.Batch, search.Author }.OfType<object>(), .. search.Names];

    /// <summary>Selects position and id of the entries after <c>$1</c> and up to <c>$2</c>, at most <c>$3</c>, in the order of record.</summary>
    public static string ToSql(this RecordSearch search)
    {
        var number = 3;
        var conditions = new List<string>();
        foreach (var (column, value) in new[] { ("f.polity", search.Polity), ("p.batch", search.Batch), ("p.author", search.Author) })
        {
            if (value is not null)
            {
                conditions.Add($"and {column} = ${++number}");
            }
        }

        // The facts that name it, what they correct, and so on.
        conditions.AddRange(
            search.Names.Select(_ =>
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
