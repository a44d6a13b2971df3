namespace Benchmarks.AsOf;

/// <summary>Measures kinds of questions in turn, several times over.</summary>
internal static class Comparison
{
    /// <summary>What a kind may still rise by when it counts as warm.</summary>
    private const double Rise = 1.04;

    /// <summary>In how many rounds one after the other no kind may rise before anything counts.</summary>
    private const int SteadyRounds = 2;

    private const int MostWarmingRounds = 20;

    /// <summary>The median of each kind, measured when none of them rises any more: methods are compiled anew while they are called often, which takes minutes
    /// at a few thousand questions a second.</summary>
    public static Dictionary<string, double> Alternate(int rounds, IReadOnlyList<(string Name, Func<double> Measure)> kinds)
    {
        WarmUp(kinds);
        var results = kinds.ToDictionary(kind => kind.Name, _ => new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            foreach (var (name, measure) in kinds)
            {
                results[name].Add(measure());
            }
        }

        return results.ToDictionary(result => result.Key, result => result.Value.Order().ElementAt(result.Value.Count / 2));
    }

    private static void WarmUp(IReadOnlyList<(string Name, Func<double> Measure)> kinds)
    {
        var best = kinds.ToDictionary(kind => kind.Name, _ => 0.0);
        var round = 0;
        for (var steady = 0; steady < SteadyRounds && round < MostWarmingRounds; round++)
        {
            steady++;
            foreach (var (name, measure) in kinds)
            {
                var now = measure();
                if (now > best[name] * Rise)
                {
                    steady = 0;
                }

                best[name] = Math.Max(best[name], now);
            }
        }

        Console.WriteLine($"Warm after {round} rounds.");
    }
}
