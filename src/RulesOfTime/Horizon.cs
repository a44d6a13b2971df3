namespace ArtsakhLedger.RulesOfTime;

/// <summary>
/// The horizon: the earliest lower bound of a start that the claims about the polity's life, posts and institutions give. Before it, what is
/// possible only because a start has no lower bound is left out; from it on, it is marked (DESIGN section 2, "Horizon").
/// </summary>
internal static class Horizon
{
    /// <summary>The horizon; null if no claim sets one.</summary>
    public static long? Of(UnresolvedEpisode life, IEnumerable<UnresolvedEpisode> episodes)
    {
        long? earliest = null;
        foreach (var episode in SettingIt(life, episodes))
        foreach (var claim in episode.Statements.OfType<Claim>())
            if (claim.HorizonBound is { } bound && !(bound >= earliest))
                earliest = bound;
        return earliest;
    }

    /// <summary>Whether anything is said about the episodes that can set it.</summary>
    public static bool SaysAnything(UnresolvedEpisode life, IEnumerable<UnresolvedEpisode> episodes) =>
        SettingIt(life, episodes).Any(episode => episode.Statements.Length > 0);

    /// <summary>The days on which an episode is possible only because no source gives its start a lower bound.</summary>
    public static DayRanges UndatedDays(UnresolvedEpisode episode)
    {
        var parts = episode.Readings.SelectMany(reading => reading.Parts).ToArray();
        if (Array.TrueForAll(parts, part => part.Completion.HasStartBound))
            return DayRanges.Empty;
        var (possible, dated) = (DayRanges.Empty, DayRanges.Empty);
        foreach (var part in parts)
        {
            var stage = new PossibleTimes(part.Sets);
            possible = possible.Union(stage.Days);
            dated = dated.Union(part.Completion.HasStartBound ? stage.Days : stage.Days.From(stage.LastStart));
        }
        return possible.Except(dated);
    }

    private static IEnumerable<UnresolvedEpisode> SettingIt(UnresolvedEpisode life, IEnumerable<UnresolvedEpisode> episodes) =>
        episodes.Where(episode => episode.Nature.BindsState()).Prepend(life);
}
