using System.Globalization;
using Edtf;
using Npgsql;

namespace Benchmarks.AsOf;

/// <summary>Questions for the state of any polity on any day of its time; seven of ten ask the head, the others any position at which
/// something of the polity was recorded.</summary>
internal static class Questions
{
    public static async Task<IReadOnlyList<string>> DrawAsync(string connectionString, int polities, int count, int seed)
    {
        var positions = await PositionsAsync(connectionString);
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var number = 1 + random.Next(polities);
            var (first, last) = SyntheticPolity.YearsOf(number);
            var on = new Day(first, 1, 1).AddDays(random.Next((last - first) * 365));
            var polity = SyntheticWorld.Polity(number);
            var (from, until) = positions[polity];
            var knownAt = random.Next(10) < 7 ? "" : $"&known-at={random.NextInt64(from, until + 1).ToString(CultureInfo.InvariantCulture)}";
            return $"/polities/{polity}/state?on={on}{knownAt}";
        })];
    }

    /// <summary>The first and the last position of each polity's facts.</summary>
    private static async Task<Dictionary<string, (long First, long Last)>> PositionsAsync(string connectionString)
    {
        await using var database = NpgsqlDataSource.Create(connectionString);
        await using var command = database.CreateCommand("select polity, min(position), max(position) from ledger.positions where polity is not null group by polity");
        await using var reader = await command.ExecuteReaderAsync();
        var found = new Dictionary<string, (long, long)>();
        while (await reader.ReadAsync())
        {
            found[reader.GetString(0)] = (reader.GetInt64(1), reader.GetInt64(2));
        }

        return found;
    }
}
