using ArtsakhLedger.RulesOfTime;

namespace ArtsakhLedger.Tests.RulesOfTime.BruteForce;

/// <summary>The polity's existence, its horizon, and the days on which nothing that it carries is certain.</summary>
internal sealed class Existence
{
    private readonly Polity polity;
    private readonly Rule? off;
    private readonly int recordDate;
    private readonly bool saysAnything;
    private readonly HashSet<World>[] lives;
    private readonly HashSet<World> chains;
    private readonly Side[] posts;
    private readonly LooseAttestation[] loose;

    public Existence(Polity polity, IEnumerable<LooseAttestation> loose, int recordDate, IReadOnlyCollection<int> days, Rule? off)
    {
        (this.polity, this.recordDate, this.off) = (polity, recordDate, off);
        this.loose =
            off == Rule.LooseAttestations ? [] : [.. loose.Where(one => one.At.Earliest is not null && one.At.Earliest == one.At.Latest)];
        lives = [.. polity.Lives.Select(life => life.Worlds())];
        chains = new LivesNow(polity.Lives, polity.Worlds(), off).Chains;
        var items = polity.Lives.Concat(polity.Episodes.Where(episode => episode.BindsLife)).SelectMany(side => side.Items).ToArray();
        saysAnything = items.Length > 0 || off == Rule.NothingSaid;
        Horizon = off == Rule.Horizon ? null : items.Min(item => item.Vouches);

        var byLives = days.ToDictionary(day => day, day => On(day, recordDate, byPosts: false));
        var told = polity.Lives.Any(life => life.Items.Exists(item => !item.Denies || off == Rule.BareDenialMakesNoDoubt));
        Disputed =
        [
            .. days.Where(day =>
                off != Rule.DisputedDays
                && byLives[day] == Certainty.Possible
                && polity.Lives.Any(life =>
                    life.Worlds().Any(world => world.HoldsOn(day))
                    && Disagree(life.Readings.Where(reading => !reading.IsDenial || off == Rule.BareDenialMakesNoDoubt), day)
                )
            ),
        ];
        Outside = [.. days.Where(day => off != Rule.DaysWithoutState && told && byLives[day] is Certainty.Not or Certainty.NoRecord)];
        Unsure = [.. Disputed, .. Outside];
        var denied = polity.Lives.Any(life => life.Items.Exists(item => item.Denies));
        posts =
            denied || off == Rule.PostsProveExistence
                ? []
                :
                [
                    .. polity.Episodes.Where(episode =>
                        episode.BindsLife && !episode.Readings.Exists(reading => reading.LetOffStart || reading.LetOffEnd || reading.Stands)
                    ),
                ];
    }

    public long? Horizon { get; }

    public HashSet<int> Disputed { get; }

    public HashSet<int> Outside { get; }

    public HashSet<int> Unsure { get; } = [];

    /// <summary>One reading excludes the day (none of its intervals holds on it) and another does not.</summary>
    public static bool Disagree(IEnumerable<SideReading> readings, int day)
    {
        var holds = readings.Select(reading => reading.Worlds.Any(world => world.HoldsOn(day))).ToHashSet();
        return holds.Count == 2;
    }

    public Certainty On(int day, int lastOnRecord, bool byPosts = true)
    {
        var value = Surest(lives.Select(worlds => Values.Of(worlds, [day], throughout: true, lastOnRecord)));
        if (
            byPosts
            && (
                IsAttested(polity.Lives, day, lastOnRecord)
                || Array.Exists(
                    posts,
                    post => Values.Of(post.Worlds(), [day], throughout: true, lastOnRecord, unsure: Unsure) == Certainty.Certain
                )
            )
        )
            value = Certainty.Certain;
        return !saysAnything || (day < Horizon && value != Certainty.Certain) ? Certainty.NoRecord : value;
    }

    public (Certainty Throughout, Certainty AtSomeTime) Over(int first, int last)
    {
        var days = Enumerable.Range(first, last - first + 1).ToArray();
        var each = Array.ConvertAll(days, day => On(day, recordDate));
        if (Array.TrueForAll(each, value => value == Certainty.NoRecord))
            return (Certainty.NoRecord, Certainty.NoRecord);
        var throughout =
            Array.TrueForAll(each, value => value == Certainty.Certain) ? Certainty.Certain
            : chains.Any(chain => chain.Start <= first && last < chain.End) ? Certainty.Possible
            : Certainty.Not;
        var atSomeTime = each.Contains(Certainty.Certain)
            ? Certainty.Certain
            : Surest(lives.Select(worlds => Values.Of(worlds, days, throughout: false, recordDate)));
        return (throughout, atSomeTime);
    }

    public Basis? BasisOn(int day, Func<Side, Basis> basisOf) =>
        On(day, recordDate) != Certainty.Possible ? null
        : day > recordDate && On(day, World.Never) == Certainty.Certain ? Basis.NotYet
        : polity.Lives.Where(life => life.Worlds().Any(world => world.HoldsOn(day))).Min(basisOf);

    /// <summary>An attestation of one day that narrows none of these periods makes the thing certain on it.</summary>
    public bool IsAttested(IEnumerable<Side> periods, int day, int lastOnRecord) =>
        day <= lastOnRecord && Array.Exists(loose, one => one.At.Earliest == day && periods.Any(period => one.Of.Contains(period.Id)));

    public static Certainty Surest(IEnumerable<Certainty> values) => values.Max();
}
