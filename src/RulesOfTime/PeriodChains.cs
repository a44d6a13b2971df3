namespace ArtsakhLedger.RulesOfTime;

/// <summary>Joins the periods of each thing, of which each but the first names the one before it.</summary>
internal static class PeriodChains
{
    /// <inheritdoc cref="Of{T}"/>
    public static IReadOnlyList<IReadOnlyList<EpisodeStatements>> Of(IReadOnlyList<EpisodeStatements> episodes) =>
        Of(episodes, episode => (episode.Id, episode.After, episode.Nature));

    /// <summary>The periods of each thing, in order; the things in the order of their first periods.</summary>
    /// <exception cref="ArgumentException">They are no chains: a period comes after one that is not given, or two come after one; or a thing has
    /// periods of two natures.</exception>
    public static IReadOnlyList<IReadOnlyList<T>> Of<T>(
        IReadOnlyList<T> episodes,
        Func<T, (string Id, string? After, Nature Nature)> partsOf
    )
        where T : class
    {
        if (episodes.All(episode => partsOf(episode).After is null))
            return [.. episodes.Select(episode => new[] { episode })];
        var following = new Dictionary<string, T>();
        foreach (var episode in episodes)
            if (partsOf(episode).After is { } before && !following.TryAdd(before, episode))
                throw new ArgumentException($"Two periods come right after '{before}'.", nameof(episodes));
        var things = new List<IReadOnlyList<T>>(episodes.Count);
        var joined = 0;
        foreach (var first in episodes)
        {
            var (_, after, nature) = partsOf(first);
            if (after is not null)
                continue;
            var periods = new List<T>(1);
            for (var period = first; period is not null; period = following.GetValueOrDefault(partsOf(period).Id))
                periods.Add(period);
            if (periods.Exists(period => partsOf(period).Nature != nature))
                throw new ArgumentException($"The periods of '{partsOf(first).Id}' are not all of one nature.", nameof(episodes));
            things.Add(periods);
            joined += periods.Count;
        }

        return joined == episodes.Count
            ? things
            : throw new ArgumentException("A period comes after one that is not given, or after itself.", nameof(episodes));
    }
}
