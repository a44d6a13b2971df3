namespace ArtsakhLedger.RulesOfTime;

/// <summary>
/// A date in a claim. <see cref="DayRanges.Everything"/> is undated: an end then came on an unknown day; a start says nothing. A mask
/// (<c>199X</c>) is a date like any other, except that it sets no horizon.
/// </summary>
public sealed record ClaimDate(DayRanges Days, bool IsMask = false);

/// <summary>The end in a claim: a date, or open (<c>..</c>).</summary>
public sealed record ClaimEnd
{
    private ClaimEnd(ClaimDate? date) => Date = date;

    /// <summary>It had not ended.</summary>
    public static ClaimEnd Open { get; } = new((ClaimDate?)null);

    /// <summary>It ended on this date, which may be undated.</summary>
    public static ClaimEnd On(ClaimDate date) => new(date);

    /// <summary>The date; null if the end is open.</summary>
    public ClaimDate? Date { get; }

    /// <summary>Whether the end is open.</summary>
    public bool IsOpen => Date is null;
}

/// <summary>
/// A statement that an editor set aside in favour of others: the bounds named of a claim, or the whole of an attestation or denial (DESIGN
/// section 2, rule 2).
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

/// <summary>What sources say about one episode of a polity. The seat is ignored unless the episode is a post.</summary>
public sealed record EpisodeStatements(string Id, Nature Nature, string? Seat, Statements Statements);

/// <summary>What sources say about a polity's life and its episodes.</summary>
public sealed record PolityStatements(Statements Life, IReadOnlyList<EpisodeStatements> Episodes);
