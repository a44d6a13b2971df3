using ArtsakhLedger.RulesOfTime;

namespace ArtsakhLedger.Tests.RulesOfTime.BruteForce;

/// <summary>Rules 3 to 6 by looking for partners among all intervals; nothing here calculates with bounds.</summary>
internal sealed class Polity
{
    private readonly Rule? off;

    public Polity(PolityStatements said, int firstDay, int lastDay, Rule? off)
    {
        this.off = off;
        var days = Enumerable.Range(firstDay, lastDay - firstDay + 1).ToArray();
        World[] worlds =
        [
            .. from start in days from end in days.Append(World.Never) where start < end select new World(start, end),
            World.NotHappened,
        ];
        var readings = new Readings(worlds, off);
        Life = new Side("life", Nature.Life, seat: null, Item.Of(said.Lives[0].Statements, days, off), readings, off);
        Episodes =
        [
            .. said.Episodes.Select(one => new Side(one.Id, one.Nature, one.Seat, Item.Of(one.Statements, days, off), readings, off)),
        ];
        foreach (var side in Episodes.Prepend(Life))
        foreach (var item in side.Items.Where(item => item.Kind == "claim" && readings.SatisfiedBy([item]).Own.Count == 0))
            Contradictions.Add($"impossible {side.Id} {item.Id}");

        if (off != Rule.OneDayByOthersDates)
            EndOnTheDayAttested();
        LetOffOutside();
        if (off != Rule.LifeBeforeSeats)
            Drop(seats: false);
        if (off != Rule.ClashIsWaived)
            WaiveClashes();
        if (off != Rule.Seats)
            Drop(seats: true);
    }

    public Side Life { get; }

    public Side[] Episodes { get; }

    public SortedSet<string> Contradictions { get; } = new(StringComparer.Ordinal);

    private Side[] Others(Side episode) =>
        [.. Episodes.Where(other => other != episode && episode.Seat is not null && other.Seat == episode.Seat)];

    private HashSet<int> StartsOfOthers(Side episode, Dictionary<Side, HashSet<World>>? before = null) =>
        [.. from other in Others(episode) from world in before?[other] ?? other.Worlds() where world.Happened select world.Start];

    private void EndOnTheDayAttested()
    {
        foreach (var episode in Episodes)
        {
            var others = Others(episode).SelectMany(other => other.Readings).ToList();
            if (episode.IsCarried)
                others.AddRange(Life.Readings);
            foreach (var reading in episode.Readings)
            foreach (var other in others)
                if (!reading.OwnWorlds.Any(world => other.OwnWorlds.Any(theirs => CanBeBeside(world, theirs, other.Side))))
                    foreach (
                        var held in reading.OnDay.Where(held => other.OwnWorlds.Any(theirs => CanBeBeside(held.World, theirs, other.Side)))
                    )
                    {
                        reading.Because.TryAdd(held, []);
                        reading.Because[held].Add(other);
                    }
        }

        foreach (var reading in Episodes.SelectMany(episode => episode.Readings))
            reading.Current = [.. reading.Own, .. reading.Because.Keys];
    }

    private static bool CanBeBeside(World world, World theirs, Side other) =>
        other.Nature == Nature.Life ? world.IsInside(theirs) : world.IsDisjoint(theirs);

    private void LetOffOutside()
    {
        var lives = Life.Worlds();
        foreach (var episode in Episodes)
        {
            var begins = StartsOfOthers(episode);
            foreach (var reading in episode.Readings)
            {
                bool Fits(bool start, bool end, bool late = false) =>
                    (late ? reading.Own : reading.Current).Exists(held =>
                        lives.Any(life => Beside(held, episode, late, life, begins, start, end))
                    );

                if (episode.IsCarried && off != Rule.OutsideIsLetOff && !Fits(start: true, end: true))
                {
                    var endFits = Fits(start: false, end: true);
                    reading.LetOffStart = endFits || !Fits(start: true, end: false, late: true);
                    reading.LetOffEnd = !endFits;
                    if (off == Rule.OneSideOnly)
                        reading.LetOffStart = reading.LetOffEnd = true;
                    Contradictions.Add($"outsidePolity {episode.Id}");
                }

                if (reading.LetOffEnd)
                {
                    reading.Current = reading.Own;
                    reading.Because.Clear();
                }
                else if (
                    reading.Current.FindAll(held => lives.Any(life => EndsRightly(held, episode, life, begins))) is { Count: > 0 } ending
                )
                {
                    reading.Current = ending;
                }
            }
        }
    }

    /// <summary>Rule 3, beside one world of the life.</summary>
    private bool EndsRightly(Held held, Side episode, World life, HashSet<int> begins)
    {
        if (!held.World.Happened || !held.Variant.Lasts || off == Rule.WhatLasts)
            return true;
        if (held.Variant.IsOpen && begins.Contains(held.World.End) && off != Rule.OpenUntilSuccessor)
            return true;
        return episode.Nature switch
        {
            Nature.Free => held.World.End == World.Never,
            Nature.Others when off == Rule.OthersOutlastState || !life.Happened || life.End == World.Never => held.World.End == World.Never,
            Nature.Others => held.World.End >= life.End,
            _ => life.Happened && held.World.End == life.End,
        };
    }

    private bool Beside(Held held, Side episode, bool late, World life, HashSet<int> begins, bool start, bool end) =>
        (late || EndsRightly(held, episode, life, begins))
        && (!episode.IsCarried || held.World.IsInside(life, start && off != Rule.BeginsWithinLife, end && off != Rule.EndsWithinLife));

    private void WaiveClashes()
    {
        foreach (var episode in Episodes)
        foreach (var other in Others(episode))
        foreach (var reading in episode.Readings)
            if (!reading.Current.Exists(held => other.Worlds().Any(held.World.IsDisjoint)))
            {
                reading.Clashes.Add(other);
                Contradictions.Add($"seat {string.Join(' ', new[] { episode.Id, other.Id }.Order(StringComparer.Ordinal))}");
            }
    }

    private List<Held> Supported(Side episode, SideReading reading, Dictionary<Side, HashSet<World>> before, bool seats)
    {
        var lifeBinds = Life.Readings.Exists(life => !life.Stands);
        var begins = StartsOfOthers(episode, before);
        var rivals = Others(episode)
            .Where(other =>
                seats
                && !reading.Clashes.Contains(other)
                && other.Readings.Exists(theirs => !theirs.Stands && !theirs.Clashes.Contains(episode))
            )
            .ToArray();
        return reading.Current.FindAll(held =>
            before[Life]
                .Any(life =>
                    Beside(
                        held,
                        episode,
                        reading.LetOffEnd,
                        life,
                        begins,
                        lifeBinds && !reading.LetOffStart,
                        lifeBinds && !reading.LetOffEnd
                    )
                )
            && Array.TrueForAll(rivals, other => before[other].Any(held.World.IsDisjoint))
            && (
                !held.OnDay
                || reading.Because[held].Exists(other => other.Current.Exists(theirs => CanBeBeside(held.World, theirs.World, other.Side)))
            )
        );
    }

    private List<Held> SupportedLife(SideReading reading, Dictionary<Side, HashSet<World>> before)
    {
        var kept = reading.Current;
        foreach (var post in Episodes.Where(episode => off == Rule.RestDoesNotBindLife ? episode.IsCarried : episode.BindsLife))
        {
            var letOffBinds = off == Rule.LetOffBindsNobody;
            var start = post.Readings.Exists(theirs => !theirs.Stands && (!theirs.LetOffStart || letOffBinds));
            var end = post.Readings.Exists(theirs => !theirs.Stands && (!theirs.LetOffEnd || letOffBinds));
            var begins = StartsOfOthers(post, before);
            if ((start || end) && off != Rule.PostsBindLife)
                kept = kept.FindAll(life =>
                    post.Readings.Exists(theirs =>
                        theirs.Current.Exists(held => Beside(held, post, theirs.LetOffEnd, life.World, begins, start, end))
                    )
                );
        }
        return kept;
    }

    private void Drop(bool seats)
    {
        for (var changed = true; changed; )
        {
            changed = false;
            var before = Episodes.Prepend(Life).ToDictionary(side => side, side => side.Worlds());
            var left = new List<(SideReading Reading, List<Held> Held)>();
            foreach (var side in Episodes.Prepend(Life))
            foreach (var reading in side.Readings.Where(reading => !reading.Stands))
            {
                var held = side == Life ? SupportedLife(reading, before) : Supported(side, reading, before, seats);
                if (held.Count == reading.Current.Count)
                    continue;
                if (off != Rule.SimultaneousRounds)
                {
                    left.Add((reading, held));
                    continue;
                }

                Replace(reading, held);
                before[side] = side.Worlds();
                changed = true;
            }

            foreach (var (reading, held) in left)
                Replace(reading, held);
            changed |= left.Count > 0 && off != Rule.RoundsRepeat;
        }
    }

    private void Replace(SideReading reading, List<Held> held)
    {
        if (held.Count > 0 || off == Rule.NothingLeftStands)
            reading.Current = held;
        if (held.Count > 0)
            return;
        reading.Stands = true;
        Contradictions.Add($"nothing-left {reading.Side.Id}");
    }
}
