namespace ArtsakhLedger.RulesOfTime;

/// <summary>
/// DESIGN section 2, "Horizon": the earliest lower bound of a start among the claims on the polity's own life and on its posts and
/// institutions. What is possible before it only through a start without lower bound is left out; elsewhere it is marked.
/// </summary>
internal static class Horizon
{
    /// <summary>The horizon; null where no claim sets one.</summary>
    public static long? Of(UnresolvedEpisode life, IEnumerable<UnresolvedEpisode> episodes)
    {
        long? earliest = null;
        foreach (var episode in SettingIt(life, episodes))
        foreach (var claim in episode.Statements.OfType<Claim>())
            if (claim.HorizonBound is { } bound && !(bound >= earliest))
                earliest = bound;
        return earliest;
    }

    /// <summary>Whether anything is said of those whose claims set it.</summary>
    public static bool SaysAnything(UnresolvedEpisode life, IEnumerable<UnresolvedEpisode> episodes) =>
        SettingIt(life, episodes).Any(episode => episode.Statements.Length > 0);

    /// <summary>The days on which an episode is possible only through a start to which no source gives a lower bound, and which may have
    /// come later than that day.</summary>
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
