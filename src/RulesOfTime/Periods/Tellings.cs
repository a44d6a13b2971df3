namespace ArtsakhLedger.RulesOfTime.Periods;

/// <summary>The beginnings and ends that the facts about a thing tell, without what is set aside.</summary>
internal sealed class Tellings
{
    private readonly Dictionary<string, TellingsOfSource> sources = [];
    private readonly List<Telling> inLedger = [];
    private readonly List<TermBounds> outsideOrder = [];

    private Tellings() { }

    /// <summary>In the order of the ledger, then the ends of lives.</summary>
    public IReadOnlyList<Telling> InLedger => inLedger;

    /// <summary>Terms that no interval satisfies, or of which nothing is dated.</summary>
    public IReadOnlyList<TermBounds> OutsideOrder => outsideOrder;

    /// <param name="facts">All that is told, in the order of the ledger.</param>
    /// <param name="setAside">The bounds of facts that are told no more.</param>
    /// <param name="endsOfLives">The told ends of the lives but the last, of what the state carries.</param>
    public static Tellings Of(
        IReadOnlyList<ToldFact> facts,
        IReadOnlyDictionary<string, (bool Start, bool End)> setAside,
        IEnumerable<ClaimDate> endsOfLives
    )
    {
        var tellings = new Tellings();
        foreach (var fact in facts)
        {
            var aside = setAside.GetValueOrDefault(fact.Id);
            if (fact is ToldOpening opening && !aside.Start)
                tellings.Add(isClosing: false, opening.Date, fact);
            else if (fact is ToldClosing closing && !aside.End)
                tellings.Add(isClosing: true, closing.Date, fact);
            else if (fact is ToldTerm term && (aside.Start || aside.End))
                tellings.AddWhatIsLeftOf(term, aside);
            else if (fact is ToldTerm whole)
                tellings.Add(new TermBounds(whole, whole.Start, whole.End));
        }
        foreach (var end in endsOfLives)
            tellings.inLedger.Add(new Telling(isClosing: true, end, null, tellings.inLedger.Count, null));
        return tellings;
    }

    private void AddWhatIsLeftOf(ToldTerm term, (bool Start, bool End) aside)
    {
        if (!aside.Start && term.Start is { } start)
            Add(isClosing: false, start, term);
        if (aside.End || term.End is not { } end)
            return;
        if (end.Date is { } date)
            Add(isClosing: true, date, term);
        else
            outsideOrder.Add(new TermBounds(term, null, end));
    }

    private void Add(TermBounds term)
    {
        if (!term.IsPartOfOrder)
        {
            outsideOrder.Add(term);
            return;
        }
        if (term.Start is { } start)
            term.Opening = Add(isClosing: false, start, term.Fact, term);
        if (term.End?.Date is not { } end)
            return;
        term.Closing = Add(isClosing: true, end, term.Fact, term);
        if (term.IsOneDay)
            term.Closing.EndAfterOneDay();
    }

    private Telling Add(bool isClosing, ClaimDate date, ToldFact fact, TermBounds? term = null)
    {
        if (!sources.TryGetValue(fact.Source, out var source))
            sources.Add(fact.Source, source = new TellingsOfSource());
        var (lastOpening, lastClosing) = source.LastRead;
        var telling = new Telling(isClosing, date, fact, inLedger.Count, source)
        {
            Term = term,
            OwnBefore = isClosing ? lastOpening : lastClosing,
        };
        source.LastRead = isClosing ? (lastOpening, telling) : (telling, lastClosing);
        inLedger.Add(telling);
        return telling;
    }
}
