namespace ArtsakhLedger.RulesOfTime.Periods;

/// <summary>
/// Which period of a thing each fact speaks of, and what each source claims of each period. This is bookkeeping on the dates that facts give,
/// done before any day is worked out: a pure function of the facts.
/// </summary>
public sealed class Grouping
{
    private readonly Dictionary<string, IReadOnlyList<int>> attestations = [];
    private readonly Dictionary<string, int?> denials = [];
    private readonly HashSet<string> rivals = [];

    private readonly PeriodsOfFacts periodsOf;

    private Grouping(IReadOnlyList<ToldPeriod> told, PeriodsOfFacts periodsOf) => (Told, this.periodsOf) = (told, periodsOf);

    /// <summary>What each source claims of each period.</summary>
    public IReadOnlyList<PeriodClaim> Claims { get; private set; } = [];

    /// <summary>The periods of which a beginning or an end is told, in order; the first, if none is.</summary>
    public IReadOnlyList<ToldPeriod> Told { get; }

    /// <summary>By attestation, the numbers of the periods of which it speaks: several if it may lie in several, none if it is undated.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<int>> Attestations => attestations;

    /// <summary>The attestations that may lie in no period: they speak of the last that may have begun by then.</summary>
    public IReadOnlySet<string> Rivals => rivals;

    /// <summary>By denial, the number of the period of the denied fact; null where that is set aside, or speaks of several periods or none.</summary>
    public IReadOnlyDictionary<string, int?> Denials => denials;

    /// <summary>Groups all that is told of a thing.</summary>
    /// <param name="facts">The facts in the order of the ledger; one of several sources once for each.</param>
    /// <param name="setAside">The facts, or their bounds, that are told no more.</param>
    /// <param name="endsOfLives">Of what the state carries: the ends that are told of each of its lives but the last.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static Grouping Of(
        IReadOnlyList<ToldFact> facts,
        IEnumerable<SetAside> setAside,
        IEnumerable<ClaimDate> endsOfLives,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(setAside);
        var aside = setAside
            .GroupBy(one => one.Id)
            .ToDictionary(same => same.Key, same => (Start: same.Any(one => one.Start), End: same.Any(one => one.End)));
        var tellings = Tellings.Of(facts, aside, endsOfLives);
        var story = Story.Of(tellings, cancellation);
        var grouping = new Grouping(story.Periods, new(story, tellings.OutsideOrder));
        var lasting = grouping.Place([.. facts.Where(fact => !aside.ContainsKey(fact.Id))], cancellation);
        grouping.Claims = PeriodClaims.Of(story, tellings.OutsideOrder, lasting);
        return grouping;
    }

    /// <summary>The numbers of the periods in which something may lie of which the dates are told: it began by the one and lasted until the other.</summary>
    public IReadOnlyList<int> PeriodsAt(DayRanges from, DayRanges to) =>
        AttestedPeriods.Of(new ToldAttestation("", "", from, to), Told).Numbers;

    /// <summary>The number of the period in which a fact lets it begin, or end; null if it is set aside, or speaks of several periods or none.</summary>
    public int? PeriodOf(string fact, bool ofEnd) => periodsOf.Of(fact, ofEnd);

    /// <summary>Finds the periods of attestations and denials, and of which they say that they lasted until the next began.</summary>
    private List<(ToldFact Fact, int Period)> Place(ToldFact[] facts, CancellationToken cancellation)
    {
        var lasted = new Dictionary<ToldFact, IReadOnlyList<int>>(ReferenceEqualityComparer.Instance);
        foreach (var attestation in facts.OfType<ToldAttestation>())
        {
            cancellation.ThrowIfCancellationRequested();
            var attested = AttestedPeriods.Of(attestation, Told);
            attestations[attestation.Id] = attested.Numbers;
            periodsOf.Add(attestation.Id, attested);
            lasted[attestation] = attested.Lasted;
            if (attested.IsRival)
                rivals.Add(attestation.Id);
        }
        foreach (var denial in facts.OfType<ToldDenial>())
        {
            var number = denials[denial.Id] = periodsOf.Of(denial.Of, denial.OfEnd);
            lasted[denial] = denial.OfEnd && number < Told[^1].Number ? [number.Value] : [];
        }
        return [.. from fact in facts where lasted.ContainsKey(fact) from period in lasted[fact] select (fact, period)];
    }
}
