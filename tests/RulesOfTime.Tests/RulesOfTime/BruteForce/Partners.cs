using ArtsakhLedger.RulesOfTime;

namespace ArtsakhLedger.Tests.RulesOfTime.BruteForce;

/// <summary>What an interval of one side needs beside it: an interval of the lives, of other holders, of other periods.</summary>
internal sealed class Partners(Side[] lives, Side[] episodes, Rule? off)
{
    /// <summary>The sides that must have an interval beside that of this one, and what must hold between the two.</summary>
    public IEnumerable<(Side Other, Beside Beside)> Of(Side side)
    {
        var order =
            off == Rule.Order
                ? []
                : side.Later.Select(other => (other, Beside.Before)).Concat(side.Earlier.Select(other => (other, Beside.After)));
        return Holders(side).Select(other => (other, Beside.Disjoint)).Concat(order);
    }

    public static bool Holds(Beside beside, World one, World other) =>
        beside switch
        {
            Beside.Inside => one.IsInside(other),
            Beside.Disjoint => one.IsDisjoint(other),
            Beside.Before => one.ComesBefore(other),
            _ => other.ComesBefore(one),
        };

    /// <summary>The chains through a reading of a life, and that it did not happen, if it may not have.</summary>
    public static IReadOnlyCollection<World> Around(SideReading life, IReadOnlyCollection<World> worlds, LivesNow state) =>
        [.. state.Through(life.Side, worlds), .. worlds.Where(world => !world.Happened)];

    /// <summary>The intervals of the next period, of the one after it too where that may not have happened, and so on; null where none binds the
    /// reading.</summary>
    public static HashSet<World>? Nexts(SideReading reading, Dictionary<Side, HashSet<World>> worlds)
    {
        var found = new HashSet<World>();
        foreach (var other in reading.Side.Later.Where(other => Binds(other, reading)))
        {
            found.UnionWith(worlds[other].Where(world => world.Happened));
            if (!worlds[other].Contains(World.NotHappened))
                break;
        }
        return found.Count > 0 ? found : null;
    }

    /// <summary>The intervals of lives beside which rules 3 and 4 may hold for it.</summary>
    public IEnumerable<World> LivesFor(SideReading reading, Held held, LivesNow state, Dictionary<Side, HashSet<World>> worlds)
    {
        if (reading.JudgedBy is { } life)
            return worlds[life];
        if (reading.Side.Nature != Nature.Others || !held.World.Happened)
            return state.Chains;
        var found = new HashSet<World>();
        foreach (var one in lives)
            if (off == Rule.OthersOutlastFirstLife || worlds[one].Any(world => world.Happened && world.End > held.World.Start))
            {
                found.UnionWith(worlds[one]);
                if (!worlds[one].Contains(World.NotHappened) && off != Rule.OthersOutlastFirstLife)
                    break;
            }
        return found.Count > 0 ? found : lives.SelectMany(one => worlds[one]);
    }

    /// <summary>Rules 3 and 4, or the half of 4 that is asked: there is such an interval of the lives.</summary>
    public bool LiesRightly(
        Held held,
        SideReading reading,
        bool late,
        IEnumerable<World> around,
        Dictionary<Side, HashSet<World>> worlds,
        bool start,
        bool end,
        bool inOrder
    )
    {
        var (world, variant, nature) = (held.World, held.Variant, reading.Side.Nature);
        (start, end) = (start && off != Rule.BeginsWithinLife, end && off != Rule.EndsWithinLife);
        if (!world.Happened)
            return true;
        if (variant.LastsUntilNext && !late)
        {
            var nexts = Nexts(reading, worlds);
            return around.Any(life => life.Happened && world.IsInside(life, start, end) && EndsByNext(world, life, nexts, inOrder));
        }

        var endsFreely =
            late
            || !variant.Lasts
            || off == Rule.WhatLasts
            || (variant.IsOpen && off != Rule.OpenUntilSuccessor && BeginsOfOthers(reading.Side, worlds).Contains(world.End));
        if (!reading.Side.IsCarried)
            return endsFreely
                || (
                    nature != Nature.Others
                        ? world.End == World.Never
                        : around.Any(life =>
                            !life.Happened || life.End == World.Never || off == Rule.OthersOutlastState
                                ? world.End == World.Never
                                : world.End >= life.End
                        )
                );
        return (endsFreely && !start && !end)
            || around.Any(life => life.Happened && world.IsInside(life, start, end) && (endsFreely || world.End == life.End));
    }

    /// <summary>The worlds of a reading that have a partner everywhere, all sides as they were before this round.</summary>
    public List<Held> Supported(SideReading reading, LivesNow state, Dictionary<Side, HashSet<World>> worlds, bool seats)
    {
        var lifeBinds = lives.Any(life => life.Readings.Exists(theirs => !theirs.Stands));
        return reading.Current.FindAll(held =>
            LiesRightly(
                held,
                reading,
                reading.LetOffEnd,
                LivesFor(reading, held, state, worlds),
                worlds,
                lifeBinds && !reading.LetOffStart,
                lifeBinds && !reading.LetOffEnd,
                seats
            )
            && IsInOrder(held, reading, worlds, seats)
            && StillHasReason(held, reading, state)
        );
    }

    /// <summary>The worlds of a life's reading beside which each post has an interval inside it, inside another life, or inside lives without a gap.</summary>
    public List<Held> SupportedLife(
        SideReading reading,
        LivesNow state,
        Dictionary<Side, HashSet<World>> worlds,
        bool seats,
        Side[] posts,
        out bool besideAPost
    )
    {
        var kept = reading.Current.FindAll(held => IsInOrder(held, reading, worlds, seats: false) && StillHasReason(held, reading, state));
        besideAPost = kept.Count > 0;
        foreach (var post in posts.Where(episode => off == Rule.RestDoesNotBindLife ? episode.IsCarried : episode.BindsLife))
        {
            var letOffBinds = off == Rule.LetOffBindsNobody;
            var start = post.Readings.Exists(theirs => !theirs.Stands && (!theirs.LetOffStart || letOffBinds));
            var end = post.Readings.Exists(theirs => !theirs.Stands && (!theirs.LetOffEnd || letOffBinds));
            bool Fits(IReadOnlyCollection<World> around) =>
                post.Readings.Exists(theirs =>
                    theirs.Current.Exists(held => LiesRightly(held, theirs, theirs.LetOffEnd, around, worlds, start, end, seats))
                );

            if (off == Rule.PostsBindLife || !(start || end))
                continue;
            if (off != Rule.PostHasRoomInOtherLife && Fits(state.Without(reading.Side, happened: true)))
                continue;
            var passed = new Lazy<bool>(() => Fits(state.Without(reading.Side, happened: false)));
            kept = kept.FindAll(life => life.World.Happened ? Fits(state.Through(reading.Side, [life.World])) : passed.Value);
        }
        return kept;
    }

    private Side[] Holders(Side side) =>
        side.Seat is null
            ? []
            :
            [
                .. episodes.Where(other =>
                    other != side
                    && other.Seat == side.Seat
                    && (off == Rule.OneTenureIsOneHolder || (!side.Earlier.Contains(other) && !side.Later.Contains(other)))
                ),
            ];

    private HashSet<int> BeginsOfOthers(Side side, Dictionary<Side, HashSet<World>> worlds) =>
        [.. from other in Holders(side) from world in worlds[other] where world.Happened select world.Start];

    /// <summary>It ends with its life where that ends by the next one's start, and is of unknown end by the next one's start where it does not.</summary>
    private static bool EndsByNext(World world, World life, HashSet<World>? nexts, bool inOrder) =>
        nexts is null
        || nexts.Any(next =>
            (world.End == life.End && life.End <= next.Start) || (life.End > next.Start && (world.End <= next.Start || !inOrder))
        );

    private bool IsInOrder(Held held, SideReading reading, Dictionary<Side, HashSet<World>> worlds, bool seats) =>
        Of(reading.Side)
            .Where(one => (seats || reading.Side.Nature == Nature.Life) && Binds(one.Other, reading))
            .All(one => worlds[one.Other].Any(theirs => Holds(one.Beside, held.World, theirs)));

    private static bool Binds(Side other, SideReading reading) =>
        !reading.Clashes.Contains(other) && other.Readings.Exists(theirs => !theirs.Stands && !theirs.Clashes.Contains(reading.Side));

    private static bool StillHasReason(Held held, SideReading reading, LivesNow state) =>
        !held.OnDay
        || reading
            .Because[held]
            .Exists(reason =>
                (reason.Beside == Beside.Inside ? Around(reason.Other, [.. reason.Other.Worlds], state) : reason.Other.Worlds).Any(theirs =>
                    Holds(reason.Beside, held.World, theirs)
                )
            );
}
