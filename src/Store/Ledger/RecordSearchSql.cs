using System.Globalization;

namespace ArtsakhLedger.Ledger;

/// <summary>The SQL of a search of the record.</summary>
internal static class RecordSearchSql
{
    /// <summary>The values of the parameters from <c>$4</c> on.</summary>
    public static IReadOnlyList<object> Values(this RecordSearch search) =>
        [.. search.Columns().Concat(search.ByContent()).Select(pair => pair.Value), .. search.Names];

    /// <summary>Selects position and id of the entries after <c>$1</c> and up to <c>$2</c>, at most <c>$3</c>, in the order of record.</summary>
    public static string ToSql(this RecordSearch search)
    {
        var number = 3;
        var conditions = search.Columns().Select(pair => $"and {pair.Condition}${++number}").ToList();

        // A correction may have made another fact of it, so whatever something is about is looked at.
        if (
            string.Join(
                " and ",
                search.ByContent().Select(pair => string.Format(CultureInfo.InvariantCulture, pair.Condition, ++number))
            ) is
            { Length: > 0 } content
        )
        {
            conditions.Add(
                $"and ({content} or f.fact in (select c.target from ledger.positions c where c.target is not null and c.position <= $2))"
            );
        }

        // The facts that name it, and those that what names it is about, and so on.
        conditions.AddRange(
            search.Names.Select(_ =>
                $"""
                    and position in (
                        select n.position from ledger.facts n where n.names && ${++number} and n.position > $1 and n.position <= $2
                        union all
                        (with recursive named (target) as (
                            select t.target from ledger.facts n join ledger.positions t using (position)
                            where n.names && ${number} and n.position <= $2 and t.target is not null
                            union
                            select c.target from ledger.positions c join named on c.fact = named.target where c.target is not null)
                        select p.position from ledger.positions p join named on p.fact = named.target))
                    """
            )
        );
        return $"""
            select position, f.fact from ledger.facts f join ledger.positions p using (position)
            where position > $1 and position <= $2 {string.Join('\n', conditions)}
            order by position limit $3
            """;
    }

    /// <summary>What never changes of an entry.</summary>
    private static IEnumerable<(string Condition, object Value)> Columns(this RecordSearch search) =>
        from pair in new (string Condition, object? Value)[]
        {
            ("f.polity = ", search.Polity),
            ("p.batch = ", search.Batch),
            ("p.author = ", search.Author),
        }
        where pair.Value is not null
        select (pair.Condition, pair.Value);

    /// <summary>What an entry says.</summary>
    private static IEnumerable<(string Condition, object Value)> ByContent(this RecordSearch search) =>
        from pair in new (string Condition, object? Value)[]
        {
            ("f.type = ${0}", search.Type),
            ("exists (select 1 from unnest(f.episodes) episode where split_part(episode, '/', 2) = ${0})", search.Kind),
            // What has no date lies in no window; a date without a bound lies in every one on that side.
            ("(f.latest >= ${0} or (f.latest is null and jsonb_exists(f.body, 'date')))", search.FirstDay),
            ("(f.earliest <= ${0} or (f.earliest is null and jsonb_exists(f.body, 'date')))", search.LastDay),
        }
        where pair.Value is not null
        select (pair.Condition, pair.Value);
}
