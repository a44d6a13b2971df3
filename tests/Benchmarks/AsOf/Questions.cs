using System.Globalization;
using Edtf;
using Npgsql;

namespace Benchmarks.AsOf;

/// <summary>Questions for the state of any polity on any day of its time; seven of ten ask the head, the others any position at which
/// something of the polity was recorded.</summary>
internal sealed class Questions
{
    private readonly LedgerSize size;
    private readonly Dictionary<string, (long First, long Last)> positions;

    private Questions(LedgerSize size, Dictionary<string, (long First, long Last)> positions) =>
        (this.size, this.positions) = (size, positions);

    public static async Task<Questions> OfAsync(string connectionString, LedgerSize size)
    {
        await using var database = NpgsqlDataSource.Create(connectionString);
        await using var command = database.CreateCommand(
            "select polity, min(position), max(position) from ledger.positions where polity is not null group by polity"
        );
        await using var reader = await command.ExecuteReaderAsync();
        var found = new Dictionary<string, (long, long)>();
        while (await reader.ReadAsync())
        {
            found[reader.GetString(0)] = (reader.GetInt64(1), reader.GetInt64(2));
        }

        return new(size, found);
    }

    /// <summary>Draws questions; the same seed gives the same.</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="atHead">How many of ten ask the head.</param>
    public IReadOnlyList<string> Draw(int count, int seed, int atHead = 7)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(_ =>
                {
                    var number = 1 + random.Next(size.Polities);
                    var (first, last) = SyntheticPolity.YearsOf(number, size.Facts);
                    var on = new Day(first, 1, 1).AddDays(random.Next((last - first) * 365));
                    var polity = SyntheticWorld.Polity(number);
                    var (from, until) = positions[polity];
                    var knownAt =
                        random.Next(10) < atHead
                            ? ""
                            : $"&known-at={random.NextInt64(from, until + 1).ToString(CultureInfo.InvariantCulture)}";
                    return $"/polities/{polity}/state?on={on}{knownAt}";
                }),
        ];
    }

    /// <summary>One question for each polity.</summary>
    public IReadOnlyList<string> OneEach() =>
        [.. Enumerable.Range(1, size.Polities).Select(number => $"/polities/{SyntheticWorld.Polity(number)}/state?on=1950-01-01")];
}
