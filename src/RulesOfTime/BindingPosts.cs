namespace ArtsakhLedger.RulesOfTime;

/// <summary>
/// DESIGN section 2, rule 4: the state's posts and institutions bind its life in turn, for the state existed on all their days. One that
/// may not have happened binds nothing.
/// </summary>
internal static class BindingPosts
{
    /// <summary>Those of the lives that have an interval of the post within them.</summary>
    public static Intervals LeftBy(UnresolvedEpisode post, Intervals lives)
    {
        var bindsStart = post.Readings.Any(reading => !reading.LeftWithNothing && !reading.BeginsOutside);
        var bindsEnd = post.Readings.Any(reading => !reading.LeftWithNothing && !reading.EndsOutside);
        if (post.MayNotHaveHappened || (!bindsStart && !bindsEnd))
            return lives;
        var around = new LivesAround(lives, bindsStart, bindsEnd);
        foreach (var reading in post.Readings)
        foreach (var part in reading.Parts)
        foreach (var terms in part.Sets)
            if (part.Completion.Lasts && !reading.EndsOutside)
                AddLasting(around, post, part.Completion, terms);
            else
                around.Add(terms);
        return around.Left();
    }

    /// <summary>What lasts ends with the life; a <c>..</c> in a seat may end where another holder begins instead (rule 3).</summary>
    private static void AddLasting(LivesAround around, UnresolvedEpisode post, Completion part, Intervals terms)
    {
        around.AddEndingWithLife(terms);
        if (part.IsOpen && post.Seat is { } seat && terms.HasPieces)
            around.Add(terms.Intersect(Intervals.EndingOn(seat.StartsOfOthers(post, terms.EarliestEnd, terms.LatestEnd))));
    }
}
