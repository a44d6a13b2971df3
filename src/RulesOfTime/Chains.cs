namespace ArtsakhLedger.RulesOfTime;

/// <summary>
/// The chains of a polity's lives as they stand at one time. A chain goes from a life to the next one, and over a life that may not have
/// happened, where the one ends on the day on which the other begins.
/// </summary>
internal sealed class Chains
{
    private readonly Intervals[] lives;
    private readonly List<Chain>[] ending;

    /// <param name="lives">The intervals of each life, in order.</param>
    public Chains(Intervals[] lives)
    {
        this.lives = lives;
        ending = new List<Chain>[lives.Length];
        for (var life = 0; life < lives.Length; life++)
            ending[life] = [.. Alone(lives[life]), .. Continued(Before(life), lives[life])];
    }

    /// <summary>All chains.</summary>
    public IEnumerable<Chain> All => ending.SelectMany(chains => chains);

    /// <summary>Each interval of a life by itself.</summary>
    public static IEnumerable<Chain> Alone(Intervals life)
    {
        var chains = new List<Chain>(life.Pieces.Length);
        foreach (var piece in life.Pieces)
            chains.Add(new Chain(piece.FirstStart, piece.Ends));
        return chains;
    }

    /// <summary>The chains into which a life can continue.</summary>
    public IEnumerable<Chain> Before(int life) => Nearest(ending, life, from: 0);

    /// <summary>The chains of the other lives if this one happened: none leads over its place.</summary>
    public IEnumerable<Chain> Besides(int life) =>
        ending.Take(life).SelectMany(chains => chains).Concat(new Chains(lives[(life + 1)..]).All);

    /// <summary>The chains of the other lives if this one did not happen.</summary>
    public IEnumerable<Chain> Over(int life) => new Chains([.. lives[..life], .. lives[(life + 1)..]]).All;

    /// <summary>The chains in which some intervals have the place of a life.</summary>
    public IEnumerable<Chain> Through(int life, Intervals intervals)
    {
        var through = new List<Chain>[lives.Length];
        through[life] = [.. Alone(intervals), .. Continued(Before(life), intervals)];
        for (var later = life + 1; later < lives.Length; later++)
            through[later] = [.. Continued(Nearest(through, later, from: life), lives[later])];
        return through.Skip(life).SelectMany(chains => chains);
    }

    /// <summary>The days on which a chain of later lives begins that may end on one of these days.</summary>
    public DayRanges LeadingInto(int life, DayRanges ends)
    {
        if (life == lives.Length - 1)
            return DayRanges.Empty;
        var leading = new DayRanges[lives.Length];
        for (var later = lives.Length - 1; later > life; later--)
        {
            var leadsOn = ends.Union(After(later));
            var starts = new List<DayRange>();
            foreach (var piece in lives[later].Pieces)
                if (piece.Ends.Intersect(leadsOn) is { IsEmpty: false } reached)
                    starts.Add(new DayRange(piece.FirstStart, Math.Min(piece.LastStart, reached.Last - 1)));
            leading[later] = DayRanges.Joined(starts);
        }
        return After(life);

        DayRanges After(int one)
        {
            var days = DayRanges.Empty;
            for (var next = one + 1; next < lives.Length; next++)
            {
                days = days.Union(leading[next]);
                if (!lives[next].MayNotHaveHappened)
                    break;
            }
            return days;
        }
    }

    /// <summary>The chains that end with the life before, with the one before that too where that may not have happened, and so on.</summary>
    private IEnumerable<Chain> Nearest(List<Chain>[] chains, int life, int from)
    {
        for (var before = life - 1; before >= from; before--)
        {
            foreach (var chain in chains[before])
                yield return chain;
            if (!lives[before].MayNotHaveHappened)
                yield break;
        }
    }

    private static List<Chain> Continued(IEnumerable<Chain> chains, Intervals life)
    {
        var continued = new List<Chain>();
        foreach (var chain in chains)
        foreach (var piece in life.Pieces)
            if (chain.Ends.Within(piece.FirstStart, piece.LastStart) is { IsEmpty: false } meeting)
                continued.Add(new Chain(chain.Start, piece.Ends.From(meeting.First + 1)));
        return continued;
    }
}
