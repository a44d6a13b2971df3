using ArtsakhLedger.RulesOfTime;

namespace ArtsakhLedger.Tests.RulesOfTime.BruteForce;

/// <summary>Rules 3 to 6 and the order of periods by looking for partners among all intervals; nothing here calculates with bounds.</summary>
internal sealed class Polity
{
    private readonly Rule? off;
    private readonly Partners partners;

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
        Lives = [.. said.Lives.Select(life => new Side(life.Id, Nature.Life, null, Item.Of(life.Statements, days, off), readings, off))];
        Episodes =
        [
            .. said.Episodes.Select(one => new Side(one.Id, one.Nature, one.Seat, Item.Of(one.Statements, days, off), readings, off)),
        ];
        All = [.. Lives, .. Episodes];
        PutInOrder(said);
        foreach (var side in All)
            side.Read();
        partners = new Partners(Lives, Episodes, off);
        foreach (var side in All)
        foreach (var item in side.Items.Where(item => item.Kind == "claim" && readings.SatisfiedBy([item]).Own.Count == 0))
            Contradictions.Add($"impossible {side.Id} {item.Id}");

        EndOnTheDayAttested();
        if (off != Rule.OrderIsWaived)
            WaiveClashes(Lives);
        Drop(Lives, seats: false);
        LetOffOutside();
        if (off != Rule.LifeBeforeSeats)
            Drop(All, seats: false);
        WaiveClashes(Episodes);
        if (off != Rule.Seats)
            Drop(All, seats: true);
    }

    public Side[] Lives { get; }

    public Side[] Episodes { get; }

    public Side[] All { get; }

    public SortedSet<string> Contradictions { get; } = new(StringComparer.Ordinal);

    public Dictionary<Side, HashSet<World>> Worlds() => All.ToDictionary(side => side, side => side.Worlds());

    /// <summary>Whether some reading of it ends neither by its own dates, nor with a life, nor never.</summary>
    public bool IsOfUnknownEnd(Side side)
    {
        var worlds = Worlds();
        var chains = new LivesNow(Lives, worlds, off).Chains;
        return side.Readings.Exists(reading => reading.Current.Exists(held => IsFree(reading, held)));

        bool IsFree(SideReading reading, Held held)
        {
            if (!held.World.Happened || held.Variant.DatesEnd)
                return false;
            if (held.Variant.LastsUntilNext && !reading.LetOffEnd)
                return Partners.Nexts(reading, worlds) is not { } nexts
                    || chains.Any(life =>
                        held.World.IsInside(life) && nexts.Any(next => life.End > next.Start && next.Start >= held.World.End)
                    );
            return !held.Variant.Lasts || reading.LetOffEnd || (side.Nature == Nature.Others && held.World.End != World.Never);
        }
    }

    /// <summary>Any two periods of one thing, not only neighbours.</summary>
    private void PutInOrder(PolityStatements said)
    {
        var byId = All.ToDictionary(side => side.Id);
        var before = said.Episodes.ToDictionary(one => one.Id, one => one.After);
        foreach (var (one, next) in said.Lives.Zip(said.Lives.Skip(1)))
            before[next.Id] = one.Id;
        foreach (var side in All)
            for (var id = before.GetValueOrDefault(side.Id); id is not null; id = before.GetValueOrDefault(id))
            {
                side.Earlier.Insert(0, byId[id]);
                byId[id].Later.Add(side);
            }
    }

    private void EndOnTheDayAttested()
    {
        var state = new LivesNow(Lives, Worlds(), off);
        foreach (var side in All)
        foreach (var reading in side.Readings.Where(reading => reading.OnDay.Count > 0 && off != Rule.OneDayByOthersDates))
        {
            foreach (var (other, beside) in partners.Of(side))
            foreach (var theirs in other.Readings)
                AdmitIfNoLater(reading, theirs, [.. theirs.OwnWorlds], beside);
            foreach (var life in side.IsCarried ? Lives : [])
            foreach (var theirs in life.Readings)
                AdmitIfNoLater(reading, theirs, Partners.Around(theirs, theirs.OwnWorlds, state), Beside.Inside);
        }

        foreach (var reading in All.SelectMany(side => side.Readings))
            reading.Current = [.. reading.Own, .. reading.Because.Keys];
    }

    private static void AdmitIfNoLater(SideReading reading, SideReading other, IReadOnlyCollection<World> theirs, Beside beside)
    {
        if (reading.OwnWorlds.Any(world => theirs.Any(one => Partners.Holds(beside, world, one))))
            return;
        foreach (var held in reading.OnDay.Where(held => theirs.Any(one => Partners.Holds(beside, held.World, one))))
        {
            reading.Because.TryAdd(held, []);
            reading.Because[held].Add(new DayReason(other, beside));
        }
    }

    private void LetOffOutside()
    {
        var worlds = Worlds();
        var state = new LivesNow(Lives, worlds, off);
        foreach (var episode in Episodes)
        foreach (var reading in episode.Readings)
        {
            bool Fits(IEnumerable<World> lives, bool start, bool end, bool late = false) =>
                (late ? reading.Own : reading.Current).Exists(held =>
                    partners.LiesRightly(held, reading, late, lives, worlds, start, end, inOrder: false)
                );

            if (episode.IsCarried && off != Rule.OutsideIsLetOff && !Fits(state.Chains, start: true, end: true))
            {
                reading.JudgedBy = Judge(reading);
                if (reading.JudgedBy is { } life)
                {
                    var judging = worlds[life];
                    var endFits = Fits(judging, start: false, end: true);
                    reading.LetOffStart = endFits || !Fits(judging, start: true, end: false, late: true);
                    reading.LetOffEnd = !endFits;
                }
                else
                    reading.LetOffStart = reading.LetOffEnd = true;
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
                reading.Current.FindAll(held =>
                    partners.LiesRightly(
                        held,
                        reading,
                        false,
                        partners.LivesFor(reading, held, state, worlds),
                        worlds,
                        start: false,
                        end: false,
                        inOrder: false
                    )
                ) is
                { Count: > 0 } ending
            )
                reading.Current = ending;
        }
    }

    /// <summary>The first life in which it may begin; of what begins before the state, the first that may end after it began.</summary>
    private Side? Judge(SideReading reading)
    {
        var starts = reading.Worlds.Where(world => world.Happened).Select(world => world.Start).ToHashSet();
        var lives = Lives.Select(life => (Life: life, Worlds: life.Worlds().Where(world => world.Happened).ToArray())).ToArray();
        if (off == Rule.JudgedByFirstLifeThatFits)
            return lives[0].Life;
        var begins = lives.Where(one => one.Worlds.Any(world => starts.Any(world.HoldsOn))).Select(one => one.Life).FirstOrDefault();
        var earliest = lives.SelectMany(one => one.Worlds).Select(world => world.Start).DefaultIfEmpty(int.MinValue).Min();
        return begins is not null ? begins
            : starts.Any(start => start < earliest)
                ? lives
                    .Where(one => one.Worlds.Any(world => starts.Any(start => world.End > start)))
                    .Select(one => one.Life)
                    .FirstOrDefault()
            : null;
    }

    private void WaiveClashes(Side[] sides)
    {
        foreach (var side in sides)
        foreach (var (other, beside) in partners.Of(side))
        {
            if (off == (beside == Beside.Disjoint ? Rule.ClashIsWaived : Rule.OrderIsWaived))
                continue;
            var theirs = other.Worlds();
            foreach (var reading in side.Readings)
                if (!reading.Worlds.Any(world => theirs.Any(one => Partners.Holds(beside, world, one))))
                {
                    reading.Clashes.Add(other);
                    Contradictions.Add(
                        beside switch
                        {
                            Beside.Before => $"order {side.Id} {other.Id}",
                            Beside.After => $"order {other.Id} {side.Id}",
                            _ => $"seat {string.Join(' ', new[] { side.Id, other.Id }.Order(StringComparer.Ordinal))}",
                        }
                    );
                }
        }
    }

    private void Drop(Side[] sides, bool seats)
    {
        for (var changed = true; changed; )
        {
            changed = false;
            var before = Worlds();
            var state = new LivesNow(Lives, before, off);
            var left = new List<(SideReading Reading, List<Held> Held, bool IsTold)>();
            foreach (var side in sides)
            foreach (var reading in side.Readings.Where(reading => !reading.Stands))
            {
                var besideAPost = false;
                var held =
                    side.Nature == Nature.Life
                        ? partners.SupportedLife(reading, state, before, seats, sides == Lives ? [] : Episodes, out besideAPost)
                        : partners.Supported(reading, state, before, seats);
                if (held.Count == reading.Current.Count)
                    continue;
                var isTold = !besideAPost || side.Readings.Count == 1 || off == Rule.RivalsTellNothingLeft;
                if (off != Rule.SimultaneousRounds)
                {
                    left.Add((reading, held, isTold));
                    continue;
                }

                Replace(reading, held, isTold);
                before[side] = side.Worlds();
                state = new LivesNow(Lives, before, off);
                changed = true;
            }

            foreach (var (reading, held, isTold) in left)
                Replace(reading, held, isTold);
            changed |= left.Count > 0 && off != Rule.RoundsRepeat;
        }
    }

    private void Replace(SideReading reading, List<Held> held, bool isTold)
    {
        if (held.Count > 0 || off == Rule.NothingLeftStands)
            reading.Current = held;
        if (held.Count > 0)
            return;
        reading.Stands = true;
        if (isTold)
            Contradictions.Add($"nothing-left {reading.Side.Id}");
    }
}
