namespace ArtsakhLedger.RulesOfTime;

/// <summary>
/// The horizon: the earliest day that anything said of the polity's lives, posts and institutions dates or vouches for. Before it, what is
/// possible only because a start has no lower bound is left out; from it on, it is marked.
/// </summary>
internal static class Horizon
{
    /// <summary>The horizon; null if nothing sets one.</summary>
    public static long? Of(IReadOnlyList<UnresolvedEpisode> lives, IReadOnlyList<UnresolvedEpisode> episodes)
    {
        long? earliest = null;
        foreach (var episode in SettingIt(lives, episodes))
        foreach (var statement in episode.Statements)
            if (statement.EarliestVouched is { } day && !(day >= earliest))
                earliest = day;
        return earliest;
    }

    /// <summary>Whether anything is said about the episodes that can set it.</summary>
    public static bool SaysAnything(IReadOnlyList<UnresolvedEpisode> lives, IReadOnlyList<UnresolvedEpisode> episodes) =>
        SettingIt(lives, episodes).Any(episode => episode.Statements.Length > 0);

    /// <summary>The days on which an episode is possible only because no source gives its start a lower bound.</summary>
    public static DayRanges UndatedDays(UnresolvedEpisode episode)
    {
        if (Array.TrueForAll(episode.Readings, reading => Array.TrueForAll(reading.Parts, part => part.Completion.HasStartBound)))
            return DayRanges.Empty;
        var completions = episode
            .Readings.SelectMany(reading => reading.Parts.GroupBy(part => part.Completion.Number))
            .Select(parts => (parts.First().Completion.HasStartBound, Times: new PossibleTimes([.. parts.SelectMany(part => part.Sets)])))
            .ToArray();
        var (possible, dated) = (DayRanges.Empty, DayRanges.Empty);
        foreach (var (hasStartBound, times) in completions)
        {
            possible = possible.Union(times.Days);
            dated = dated.Union(hasStartBound ? times.Days : times.Days.From(times.LastStart));
        }
        return possible.Except(dated);
    }

    private static IEnumerable<UnresolvedEpisode> SettingIt(
        IReadOnlyList<UnresolvedEpisode> lives,
        IReadOnlyList<UnresolvedEpisode> episodes
    ) => lives.Concat(episodes.Where(episode => episode.Nature.BindsState()));
}
