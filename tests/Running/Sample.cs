namespace ArtsakhLedger.Tests.Running;

/// <summary>Which of many positions or days a test looks at: one of so many, the first and the last always, the same in every run. With the environment
/// variable <c>ALL_POSITIONS=1</c>, as in <c>.ci/run</c>, or <c>CI=true</c> it is all of them.</summary>
public static class Sample
{
    /// <summary>Whether nothing is left out.</summary>
    public static bool IsOfAll { get; } =
        Environment.GetEnvironmentVariable("ALL_POSITIONS") == "1" || Environment.GetEnvironmentVariable("CI") == "true";

    /// <summary>One of so many numbers from 1 to the last.</summary>
    /// <param name="last">The last number.</param>
    /// <param name="every">One of how many is taken.</param>
    /// <param name="seed">Another seed takes others, so that many seeds together take them all.</param>
    public static IEnumerable<int> Of(int last, int every, int seed) =>
        Enumerable.Range(1, last).Where(number => IsOfAll || number == 1 || number == last || (number + seed) % every == 0);
}
