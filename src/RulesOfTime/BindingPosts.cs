namespace ArtsakhLedger.RulesOfTime;

/// <summary>
/// The state's posts and institutions limit its life, because it existed on all their days (DESIGN section 2, rule 4). One that may not
/// have happened limits nothing.
/// </summary>
internal static class BindingPosts
{
    /// <summary>Returns the lives that contain some interval of the post.</summary>
    public static Intervals LivesAllowedBy(UnresolvedEpisode post, Intervals lives)
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
        return around.Build();
    }

    /// <summary>What lasts ends with the life; an open end in a seat may come where another holder begins instead (rule 3).</summary>
    private static void AddLasting(LivesAround around, UnresolvedEpisode post, Completion part, Intervals terms)
    {
        around.AddEndingWithLife(terms);
        if (part.IsOpen && post.Seat is { } seat && terms.HasPieces)
            around.Add(terms.Intersect(Intervals.EndingOn(seat.StartsOfOthers(post, terms.EarliestEnd, terms.LatestEnd))));
    }
}
