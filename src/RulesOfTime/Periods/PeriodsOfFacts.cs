namespace ArtsakhLedger.RulesOfTime.Periods;

/// <summary>The periods of which the facts about a thing speak.</summary>
internal sealed class PeriodsOfFacts
{
    private readonly ILookup<string, Telling> tellings;
    private readonly Dictionary<string, int> others = [];

    public PeriodsOfFacts(Story story, IEnumerable<TermBounds> outsideOrder)
    {
        tellings = story.Order.Where(telling => telling.Fact is not null).ToLookup(telling => telling.Fact!.Id);
        foreach (var term in outsideOrder)
            others.TryAdd(term.Fact.Id, term.Fact.Period ?? story.LastBegun);
    }

    /// <summary>Notes the period of which an attestation speaks, if it is one.</summary>
    public void Add(string attestation, AttestedPeriods attested)
    {
        if (attested.Numbers is [var only])
            others.TryAdd(attestation, only);
    }

    /// <summary>The number of the period in which a fact lets it begin, or end; null if it speaks of none, or of several.</summary>
    public int? Of(string fact, bool ofEnd)
    {
        var told = tellings[fact];
        var ofBound = told.Where(telling => telling.IsClosing == ofEnd)
            .DefaultIfEmpty(ofEnd ? told.LastOrDefault() : told.FirstOrDefault());
        return (ofEnd ? ofBound.Last() : ofBound.First())?.Period ?? (others.TryGetValue(fact, out var number) ? number : null);
    }
}
