namespace Benchmarks.AsOf;

/// <summary>Measures kinds of questions in turn, several times over.</summary>
internal static class Comparison
{
    /// <summary>The median of each kind, the first time left out, which is to warm up.</summary>
    public static Dictionary<string, double> Alternate(int rounds, IReadOnlyList<(string Name, Func<double> Measure)> kinds)
    {
        var results = kinds.ToDictionary(kind => kind.Name, _ => new List<double>());
        for (var round = 0; round <= rounds; round++)
        {
            foreach (var (name, measure) in kinds)
            {
                var answersASecond = measure();
                if (round > 0)
                {
                    results[name].Add(answersASecond);
                }
            }
        }

        return results.ToDictionary(result => result.Key, result => result.Value.Order().ElementAt(result.Value.Count / 2));
    }
}
