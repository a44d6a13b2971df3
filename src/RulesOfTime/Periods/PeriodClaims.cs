namespace ArtsakhLedger.RulesOfTime.Periods;

/// <summary>Joins what each source tells of a period into its claims.</summary>
internal sealed class PeriodClaims
{
    private readonly Story story;
    private readonly List<PeriodClaim> claims = [];
    private readonly Dictionary<(string Source, int Period), int> counted = [];
    private readonly Dictionary<(string Source, int Period), LoneBounds> lone = [];

    private PeriodClaims(Story story) => this.story = story;

    /// <summary>The claims of lone beginnings and ends, of terms, and of what else says that a period lasted until the next.</summary>
    /// <param name="story">The story.</param>
    /// <param name="outsideOrder">The terms that are not part of its order.</param>
    /// <param name="lasting">What else says that a period lasted until the next began.</param>
    public static IReadOnlyList<PeriodClaim> Of(
        Story story,
        IEnumerable<TermBounds> outsideOrder,
        IEnumerable<(ToldFact Fact, int Period)> lasting
    )
    {
        var made = new PeriodClaims(story);
        made.AddStory();
        foreach (var term in outsideOrder)
            made.AddTerm(term.Fact, term.Fact.Period ?? story.LastBegun, term.Start, term.End);
        foreach (var (fact, period) in lasting)
            made.AddLasting(fact, period);
        return made.claims;
    }

    private void AddStory()
    {
        var last = new Dictionary<string, Telling>();
        foreach (var telling in story.Order)
        {
            if (telling.Fact is not { } fact)
                continue;
            var before = last.GetValueOrDefault(fact.Source);
            last[fact.Source] = telling;
            if (telling.Term is { } term)
                AddTelling(telling, term);
            else if (!telling.IsClosing)
                AddLone(fact, telling.Period, telling.Date, null);
            else
            {
                if (before is { Term: null, IsClosing: false })
                    foreach (var passed in Passed(before.Period, telling.Period))
                        AddLone(fact, passed, null, Next(passed).EndOfOneBefore, Next(passed).Starts);
                AddLone(fact, telling.Period, null, ClaimEnd.On(telling.Date), isMove: telling.IsMove);
            }
        }
    }

    private void AddTelling(Telling telling, TermBounds term)
    {
        if (!telling.IsClosing)
            AddOpening(telling, term);
        else if (term.Opening is null)
            AddTerm(term.Fact, telling.Period, term.Start, term.End);
        else if (term.Opening.Period != telling.Period)
        {
            foreach (var passed in Passed(term.Opening.Period, telling.Period).Skip(1))
                AddLasting(term.Fact, passed);
            AddTerm(term.Fact, telling.Period, null, term.End);
        }
    }

    private void AddOpening(Telling opening, TermBounds term)
    {
        var isOpenEnded = term.Closing is null && term.End is { IsOpen: true } && !opening.Source!.HasToldEnd;
        var ends = term.Closing?.Period ?? (isOpenEnded ? story.Periods[^1].Number : opening.Period);
        if (ends > opening.Period)
            AddLasting(term.Fact, opening.Period, term.Start);
        else
            AddTerm(term.Fact, opening.Period, term.Start, ends == opening.Period ? term.End : null);
        if (!isOpenEnded || ends <= opening.Period)
            return;
        foreach (var passed in Passed(opening.Period, ends).Skip(1))
            AddLasting(term.Fact, passed);
        AddTerm(term.Fact, ends, null, ClaimEnd.Open);
    }

    /// <summary>The periods from the one in which something begins to the one before that in which it ends.</summary>
    private IEnumerable<int> Passed(int first, int last)
    {
        for (var place = PlaceOf(first); place < story.Periods.Count && story.Periods[place].Number < last; place++)
            yield return story.Periods[place].Number;
    }

    private ToldPeriod Next(int number) => story.Periods[PlaceOf(number + 1)];

    /// <summary>The place of the first period from a number on.</summary>
    private int PlaceOf(int number)
    {
        var (from, to) = (0, story.Periods.Count);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (story.Periods[middle].Number < number)
                from = middle + 1;
            else
                to = middle;
        }
        return from;
    }

    private void AddLasting(ToldFact fact, int period, ClaimDate? start = null) =>
        AddTerm(fact, period, start, Next(period).EndOfOneBefore, Next(period).Starts);

    private void AddTerm(ToldFact fact, int period, ClaimDate? start, ClaimEnd? end, IReadOnlyList<ClaimDate>? startsOfNext = null) =>
        Add(
            fact.Source,
            period,
            claim =>
                claim with
                {
                    Start = start,
                    End = end,
                    LastsUntilNext = startsOfNext is not null,
                    StartsOfNext = startsOfNext ?? [],
                    StartFact = start is null ? null : fact.Id,
                    EndFact = end is null ? null : fact.Id,
                    Facts = [fact.Id],
                }
        );

    /// <summary>The first start and the first end of a source are one claim; each further one is a claim of its own.</summary>
    private void AddLone(
        ToldFact fact,
        int period,
        ClaimDate? start,
        ClaimEnd? end,
        IReadOnlyList<ClaimDate>? startsOfNext = null,
        bool isMove = false
    )
    {
        var found = lone.GetValueOrDefault((fact.Source, period));
        PeriodClaim With(PeriodClaim claim) =>
            claim with
            {
                Start = start ?? claim.Start,
                End = end ?? claim.End,
                LastsUntilNext = claim.LastsUntilNext || startsOfNext is not null,
                EndsByMove = claim.EndsByMove || isMove,
                StartsOfNext = startsOfNext ?? claim.StartsOfNext,
                StartFact = start is null ? claim.StartFact : fact.Id,
                EndFact = end is null ? claim.EndFact : fact.Id,
                Facts = [.. claim.Facts, fact.Id],
            };
        if (found is null)
        {
            found = lone[(fact.Source, period)] = new LoneBounds(claims.Count);
            Add(fact.Source, period, With);
        }
        else if (start is null ? !found.HasEnd : !found.HasStart)
            claims[found.First] = With(claims[found.First]);
        else
            Add(fact.Source, period, With);
        found.HasStart |= start is not null;
        found.HasEnd |= end is not null;
    }

    private void Add(string source, int period, Func<PeriodClaim, PeriodClaim> with)
    {
        var number = counted[(source, period)] = counted.GetValueOrDefault((source, period)) + 1;
        claims.Add(with(new PeriodClaim(source, period, number)));
    }

    /// <summary>Where the first claim of lone bounds of a source is, and what has been told so far.</summary>
    private sealed class LoneBounds(int first)
    {
        public int First { get; } = first;

        public bool HasStart { get; set; }

        public bool HasEnd { get; set; }
    }
}
