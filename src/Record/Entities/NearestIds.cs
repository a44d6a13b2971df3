namespace ArtsakhLedger.Entities;

/// <summary>Finds the ids that somebody who mistyped one may have meant.</summary>
public static class NearestIds
{
    private const int Most = 3;

    /// <summary>The ids nearest to one, the nearest first; none that differ in more than a third of the letters.</summary>
    public static IReadOnlyList<string> Of(string id, IEnumerable<string> ids)
    {
        var limit = Math.Max(2, id.Length / 3);
        return
        [
            .. ids.Where(other => Math.Abs(other.Length - id.Length) <= limit || IsPartOf(id, other))
                .Select(other => (Id: other, Distance: IsPartOf(id, other) ? 1 : Distance(id, other, limit)))
                .Where(other => other.Distance <= limit)
                .OrderBy(other => other.Distance)
                .ThenBy(other => other.Id, StringComparer.Ordinal)
                .Take(Most)
                .Select(other => other.Id),
        ];
    }

    /// <summary>The number of letters to insert, remove and replace to make one word into another.</summary>
    public static int DistanceOf(string one, string other) => Distance(one, other, Math.Max(one.Length, other.Length));

    private static bool IsPartOf(string id, string other) =>
        Math.Min(id.Length, other.Length) >= 4
        && (other.StartsWith(id, StringComparison.Ordinal) || id.StartsWith(other, StringComparison.Ordinal));

    /// <summary>The number of letters to insert, remove and replace; more than the limit if there are more.</summary>
    private static int Distance(ReadOnlySpan<char> one, ReadOnlySpan<char> other, int limit)
    {
        var common = one.CommonPrefixLength(other);
        one = one[common..];
        other = other[common..];
        while (one.Length > 0 && other.Length > 0 && one[^1] == other[^1])
        {
            one = one[..^1];
            other = other[..^1];
        }

        Span<int> row = other.Length < 128 ? stackalloc int[other.Length + 1] : new int[other.Length + 1];
        for (var j = 0; j <= other.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            var least = i;
            for (var j = 1; j <= other.Length; j++)
            {
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1)));
                least = Math.Min(least, row[j]);
            }

            if (least > limit)
            {
                return limit + 1;
            }
        }

        return row[^1];
    }
}
