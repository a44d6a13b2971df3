namespace ArtsakhLedger.RulesOfTime;

/// <summary>How certain it is that the polity existed: by its lives, by what it carried that binds them, and by what is attested of it.</summary>
internal sealed class Existence
{
    private readonly Frame frame;
    private readonly Chain[] chains;
    private readonly DayRanges certain;

    public Existence(Frame frame, Chain[] chains, IReadOnlyList<LooseAttestation> loose)
    {
        (this.frame, this.chains) = (frame, chains);
        var lives = frame.Lives.Select(life => life.Id).ToHashSet();
        certain = frame.Lives.Aggregate(LooseDays.Of(lives, loose), (days, life) => days.Union(life.Final.CertainDays));
        if (frame.Lives.Any(life => life.Readings.Any(reading => reading.IsDenial)))
            return;
        var byPosts = DayRanges
            .Joined(frame.Binding.Where(Proves).SelectMany(post => post.Final.CertainDays.Raw.ToArray()))
            .Except(frame.Doubts.OnRecord);
        Proofs = ProofsOf(byPosts.Except(certain));
        certain = certain.Union(byPosts);
    }

    /// <summary>Posts and institutions, with days on which the state certainly existed because each held, and not by its lives alone.</summary>
    public IReadOnlyList<(ResolvedEpisode Episode, DayRanges Days)> Proofs { get; } = [];

    public IEnumerable<long> ChangePoints() =>
        frame
            .Lives.SelectMany(life => life.ChangePoints())
            .Concat(
                Proofs
                    .SelectMany(proof => proof.Days.ChangePoints())
                    .Concat(certain.ChangePoints())
                    .Where(day => DayRanges.OrUnbounded(day) is not null)
            )
            .Concat(frame.Horizon is { } day ? [day] : Array.Empty<long>());

    public Certainty On(long day, long? recordDate) =>
        !frame.SaysAnything ? Certainty.NoRecord
        : certain.Contains(day) && !(day > recordDate) ? Certainty.Certain
        : day < frame.Horizon ? Certainty.NoRecord
        : MayHold(day) ? Certainty.Possible
        : Certainty.Not;

    public (Certainty Throughout, Certainty AtSomeTime) Over(long first, long last, long? recordDate)
    {
        var known = recordDate is { } date ? certain.UpTo(date) : certain;
        if (!frame.SaysAnything || (last < frame.Horizon && !known.Overlaps(first, last)))
            return (Certainty.NoRecord, Certainty.NoRecord);
        var throughout =
            known.Covers(first, last) ? Certainty.Certain
            : Array.Exists(chains, chain => chain.Start <= first && last < chain.Ends.Last) ? Certainty.Possible
            : Certainty.Not;
        var atSomeTime = known.Overlaps(first, last)
            ? Certainty.Certain
            : frame.Lives.Max(life => life.Final.Over(first, last, recordDate).AtSomeTime);
        return (throughout, atSomeTime);
    }

    public Basis? BasisOn(long day, long? recordDate) =>
        On(day, recordDate) != Certainty.Possible ? null
        : certain.Contains(day) ? Basis.NotYet
        : frame.Lives.Where(life => life.Final.Days.Contains(day)).Min(life => life.BasisIfPossible(day, recordDate));

    private List<(ResolvedEpisode Episode, DayRanges Days)> ProofsOf(DayRanges left)
    {
        var found = new List<(ResolvedEpisode Episode, DayRanges Days)>();
        foreach (var post in left.IsEmpty ? [] : frame.Binding.Where(Proves))
        {
            var proved = post.Final.CertainDays.Intersect(left);
            if (proved.IsEmpty)
                continue;
            found.Add((post, proved));
            left = left.Except(proved);
            if (left.IsEmpty)
                break;
        }
        return found;
    }

    private bool MayHold(long day) => frame.Lives.Any(life => life.Final.Days.Contains(day));

    /// <summary>Whether the state existed where it is certain, since no reading of it is let off.</summary>
    private static bool Proves(ResolvedEpisode post) =>
        post.Readings.All(reading => !reading.BeginsOutsidePolity && !reading.EndsOutsidePolity && !reading.LeftWithNothing);
}
