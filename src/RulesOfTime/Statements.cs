namespace ArtsakhLedger.RulesOfTime;

/// <summary>
/// A date in a claim. <see cref="DayRanges.Everything"/> is undated: an end then came on an unknown day; a start says nothing. A mask
/// (<c>199X</c>) is a date like any other, except that it sets no horizon.
/// </summary>
public sealed record ClaimDate(DayRanges Days, bool IsMask = false);

/// <summary>The end in a claim: a date, open (<c>..</c>), or any day on which the next period of the thing may begin.</summary>
public sealed record ClaimEnd
{
    private ClaimEnd(ClaimDate? date, bool isNextStart) => (Date, IsNextStart) = (date, isNextStart);

    /// <summary>It had not ended.</summary>
    public static ClaimEnd Open { get; } = new(null, isNextStart: false);

    /// <summary>It ended on this date, which may be undated.</summary>
    public static ClaimEnd On(ClaimDate date) => new(date, isNextStart: false);

    /// <summary>It lasted until the next period of the thing began, on one of these days. This is a date even if it can be any day.</summary>
    public static ClaimEnd WithNextStart(DayRanges starts) => new(new ClaimDate(starts), isNextStart: true);

    /// <summary>The date; null if the end is open.</summary>
    public ClaimDate? Date { get; }

    /// <summary>Whether it lasted until the next period began.</summary>
    public bool IsNextStart { get; }

    /// <summary>Whether the end is open.</summary>
    public bool IsOpen => Date is null;
}

/// <summary>
/// A statement that an editor set aside in favour of others: the bounds named of a claim, or the whole of an attestation or denial
/// (rule 2).
/// </summary>
public sealed record SetAside(string Id, bool Start, bool End);

/// <summary>All that sources say about one episode.</summary>
public sealed record Statements(
    IReadOnlyList<Claim> Claims,
    IReadOnlyList<Attestation> Attestations,
    IReadOnlyList<Denial> Denials,
    IReadOnlyList<SetAside> SetAside
)
{
    /// <summary>Nobody says anything.</summary>
    public static Statements None { get; } = new([], [], [], []);

    /// <summary>Everything that is not set aside.</summary>
    internal Statement[] InForce()
    {
        var inForce = new List<Statement>(Claims.Count + Attestations.Count + Denials.Count);
        foreach (var claim in Claims)
            if (claim.Without(SetAside) is { } left)
                inForce.Add(left.OverOneDay());
        foreach (var attestation in Attestations)
            if (!IsSetAside(attestation))
                inForce.Add(attestation);
        foreach (var denial in Denials)
            if (!IsSetAside(denial))
                inForce.Add(denial);
        return [.. inForce];
    }

    private bool IsSetAside(Statement statement)
    {
        foreach (var one in SetAside)
            if (one.Id == statement.Id)
                return true;
        return false;
    }
}

/// <summary>
/// What sources say about one episode of a polity: one period of a thing. The seat is ignored unless the episode is a post.
/// </summary>
/// <param name="Id">Unique within the polity, its lives included.</param>
/// <param name="Nature">How the rules treat it; the same for every period of a thing.</param>
/// <param name="Seat">The seat that it is a tenure of.</param>
/// <param name="Statements">What sources say.</param>
/// <param name="After">The id of the period of the same thing before it; null for the first.</param>
public sealed record EpisodeStatements(string Id, Nature Nature, string? Seat, Statements Statements, string? After = null);

/// <summary>What sources say about one life of a polity: one period of its existence.</summary>
public sealed record LifeStatements(string Id, Statements Statements);

/// <summary>
/// A source that shows a thing holding on an unknown day of a date that may lie in several of its periods. It narrows none of them.
/// </summary>
/// <param name="Id">The attestation.</param>
/// <param name="At">The date.</param>
/// <param name="Of">The ids of the periods (or lives) of one of which it speaks.</param>
public sealed record LooseAttestation(string Id, DayRanges At, IReadOnlyList<string> Of);

/// <summary>What sources say about a polity's lives and its episodes.</summary>
/// <param name="Lives">The lives in order; at least one, of which nothing need be said. The first is called <see cref="Resolution.LifeId"/>.</param>
/// <param name="Episodes">The episodes in any order.</param>
/// <param name="Loose">The attestations that may lie in several periods of one thing.</param>
public sealed record PolityStatements(
    IReadOnlyList<LifeStatements> Lives,
    IReadOnlyList<EpisodeStatements> Episodes,
    IReadOnlyList<LooseAttestation> Loose
)
{
    /// <summary>A polity with one life and attestations of one period each.</summary>
    public PolityStatements(Statements life, IReadOnlyList<EpisodeStatements> episodes)
        : this([new LifeStatements(Resolution.LifeId, life)], episodes, []) { }
}
