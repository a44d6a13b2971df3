namespace ArtsakhLedger.Tests.RulesOfTime.BruteForce;

/// <summary>The lives as they stand at one time. A chain is one life alone, or lives that follow one another without a gap, those between
/// not having happened, as one interval.</summary>
internal sealed class LivesNow
{
    private readonly Side[] lives;
    private readonly IReadOnlyDictionary<Side, HashSet<World>> worlds;
    private readonly Rule? off;
    private readonly HashSet<World>[] ending;
    private readonly HashSet<World>[] beginning;
    private readonly Dictionary<(Side Life, bool Happened), HashSet<World>> without = [];

    public LivesNow(Side[] lives, IReadOnlyDictionary<Side, HashSet<World>> worlds, Rule? off)
    {
        (this.lives, this.worlds, this.off) = (lives, worlds, off);
        (ending, beginning) = (new HashSet<World>[lives.Length], new HashSet<World>[lives.Length]);
        for (var k = 0; k < lives.Length; k++)
        {
            var mine = Happened(k);
            ending[k] =
            [
                .. mine,
                .. from before in Before(k) from life in mine where life.Start == before.End select new World(before.Start, life.End),
            ];
        }

        for (var k = lives.Length - 1; k >= 0; k--)
        {
            var mine = Happened(k);
            beginning[k] =
            [
                .. mine,
                .. from after in After(k) from life in mine where life.End == after.Start select new World(life.Start, after.End),
            ];
        }

        Chains = [.. ending.SelectMany(chains => chains)];
    }

    public HashSet<World> Chains { get; }

    public IReadOnlySet<World> Of(Side life) => worlds[life];

    /// <summary>The chains in which one of these intervals has the place of the life.</summary>
    public HashSet<World> Through(Side life, IEnumerable<World> intervals)
    {
        var k = Array.IndexOf(lives, life);
        var (before, after) = (Before(k).ToArray(), After(k).ToArray());
        return
        [
            .. from one in intervals
            where one.Happened
            from start in before.Where(chain => chain.End == one.Start).Select(chain => chain.Start).Append(one.Start)
            from end in after.Where(chain => chain.Start == one.End).Select(chain => chain.End).Append(one.End)
            select new World(start, end),
        ];
    }

    /// <summary>The chains of the other lives: over its place only if it did not happen.</summary>
    public HashSet<World> Without(Side life, bool happened)
    {
        if (without.TryGetValue((life, happened), out var known))
            return known;
        var k = Array.IndexOf(lives, life);
        Side[][] parts = happened
            ? [lives[..k], lives[(k + 1)..]]
            :
            [
                [.. lives[..k], .. lives[(k + 1)..]],
            ];
        return without[(life, happened)] = [.. parts.SelectMany(part => new LivesNow(part, worlds, off).Chains)];
    }

    private World[] Happened(int life) => [.. worlds[lives[life]].Where(world => world.Happened)];

    private IEnumerable<World> Before(int k) => Nearest(ending, Enumerable.Range(0, k).Reverse());

    private IEnumerable<World> After(int k) => Nearest(beginning, Enumerable.Range(k + 1, lives.Length - k - 1));

    /// <summary>The chains of the first life in this order, of the next one too where that may not have happened, and so on.</summary>
    private IEnumerable<World> Nearest(HashSet<World>[] chains, IEnumerable<int> order)
    {
        if (off == Rule.LivesWithoutGap)
            yield break;
        foreach (var life in order)
        {
            foreach (var chain in chains[life])
                yield return chain;
            if (!worlds[lives[life]].Contains(World.NotHappened))
                yield break;
        }
    }
}
