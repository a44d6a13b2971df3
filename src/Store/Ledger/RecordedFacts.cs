using System.Text.Json;
using ArtsakhLedger.Database;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Vocabulary;
using Npgsql;

namespace ArtsakhLedger.Ledger;

/// <summary>Queries of recorded facts, in the order of record.</summary>
internal static class RecordedFacts
{
    // Entries, what is about them, what is about that, and so on.
    private const string About = """
        with recursive about (position, fact) as (
            select position, fact from ledger.positions where fact = any($2)
            union
            select p.position, p.fact from ledger.positions p join about on p.target = about.fact)
        """;

    /// <summary>The facts after the position <c>$1</c> that meet a condition.</summary>
    /// <param name="source">The database.</param>
    /// <param name="condition">The condition in SQL; <c>f</c> is <c>ledger.facts</c>.</param>
    /// <param name="parameters">The values of <c>$1</c>, <c>$2</c> and so on.</param>
    /// <param name="cancellation">Cancels the query.</param>
    public static Task<List<RecordedFact>> QueryFactsAsync(
        this NpgsqlDataSource source,
        string condition,
        IEnumerable<object> parameters,
        CancellationToken cancellation
    ) => source.QueryAsync(Select(condition), parameters, Read, cancellation);

    /// <summary>The entries with the ids <c>$2</c> and everything about them, after the position <c>$1</c> and up to <c>$3</c>.</summary>
    /// <inheritdoc cref="QueryFactsAsync" path="/param"/>
    public static Task<List<RecordedFact>> QueryFactsAboutAsync(
        this NpgsqlDataSource source,
        IEnumerable<object> parameters,
        CancellationToken cancellation
    ) =>
        source.QueryAsync(
            $"{About} {Select("position in (select position from about) and position <= $3")}",
            parameters,
            Read,
            cancellation
        );

    /// <summary>The entries with some ids and everything about them, within a transaction.</summary>
    public static async Task<IReadOnlyList<RecordedFact>> QueryAboutAsync(
        NpgsqlConnection connection,
        IEnumerable<string> ids,
        CancellationToken cancellation
    )
    {
        await using var command = new NpgsqlCommand($"{About} {Select("position in (select position from about)")}", connection);
        command.Parameters.Add(new() { Value = 0L });
        command.Parameters.Add(new() { Value = ids.ToArray() });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<RecordedFact>();
        while (await reader.ReadAsync(cancellation))
        {
            found.Add(Read(reader));
        }

        return found;
    }

    private static string Select(string condition) =>
        $"""
            select position, p.recorded_at, p.batch, f.type, f.body, p.author, p.author_name
            from ledger.facts f join ledger.positions p using (position)
            where position > $1 and f.{condition} order by position
            """;

    /// <summary>Reads the body of a fact.</summary>
    /// <param name="name">The name of its type.</param>
    /// <param name="body">Its body.</param>
    /// <exception cref="NewerRecordException">There is no such type.</exception>
    public static Fact FactOf(string name, string body)
    {
        var type = FactType.Named(name) ?? throw new NewerRecordException(name);
        return (Fact)JsonSerializer.Deserialize(body, type.Type, FactJson.Options)!;
    }

    private static RecordedFact Read(NpgsqlDataReader row) =>
        new(
            row.GetInt64(0),
            row.GetFieldValue<DateTimeOffset>(1),
            Author.From(row.GetString(5), row.GetString(6)),
            row.IsDBNull(2) ? null : row.GetString(2),
            FactOf(row.GetString(3), row.GetString(4))
        );
}
