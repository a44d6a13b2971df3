namespace ArtsakhLedger.RulesOfTime;

/// <summary>
/// The state's posts and institutions limit its lives, because it existed on all their days (rule 4). One that may not
/// have happened, or has room beside a life, does not limit that life.
/// </summary>
internal static class BindingPosts
{
    /// <summary>Returns the intervals of a life beside which the post still has an interval inside lives.</summary>
    /// <param name="post">The post.</param>
    /// <param name="life">The number of the life.</param>
    /// <param name="intervals">The intervals of the life.</param>
    /// <param name="step">The lives as they were before the round.</param>
    /// <param name="inOrder">Whether the order of periods is in force.</param>
    public static Intervals LivesAllowedBy(UnresolvedEpisode post, int life, Intervals intervals, LivesStep step, bool inOrder)
    {
        var bindsStart = Array.Exists(post.Readings, reading => !reading.LeftWithNothing && !reading.BeginsOutside);
        var bindsEnd = Array.Exists(post.Readings, reading => !reading.LeftWithNothing && !reading.EndsOutside);
        if (post.MayNotHaveHappened || (!bindsStart && !bindsEnd))
            return intervals;
        var others = step.Lives.Length > 1;
        if (others && Fits(step.WithinOthersBesides(life)))
            return intervals;
        var around = new LivesAround(intervals, life, step.Chains, bindsStart, bindsEnd);
        foreach (var reading in post.Readings)
        foreach (var part in reading.Parts)
        foreach (var terms in part.Sets)
            Add(around, post, reading, part.Completion, terms, inOrder);
        return around.Build(mayNotHaveHappened: others && intervals.MayNotHaveHappened && Fits(step.WithinOthersOver(life)));

        bool Fits(WithinLives lives) =>
            Array.Exists(
                post.Readings,
                reading =>
                    Array.Exists(
                        reading.Parts,
                        part =>
                            Array.Exists(
                                part.Sets,
                                lives.Allows(reading, part, bindsStart, bindsEnd, reading.EndsOutside, inOrder).Overlaps
                            )
                    )
            );
    }

    private static void Add(
        LivesAround around,
        UnresolvedEpisode post,
        UnresolvedReading reading,
        Completion completion,
        Intervals terms,
        bool inOrder
    )
    {
        if (completion.LastsUntilNext && !reading.EndsOutside && post.Thing.StartsOfNext(reading) is { } starts)
            around.AddUntilNext(terms, starts, inOrder);
        else if (!completion.Lasts || reading.EndsOutside)
            around.Add(terms);
        else
        {
            // What lasts ends with the life; an open end in a seat may come where another holder begins instead (rule 3).
            around.AddEndingWithLife(terms);
            if (completion.IsOpen && post.Seat is { } seat && terms.HasPieces)
                around.Add(terms.Intersect(Intervals.EndingOn(seat.StartsOfOthers(post, terms.EarliestEnd, terms.LatestEnd))));
        }
    }
}
