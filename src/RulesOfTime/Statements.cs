namespace ArtsakhLedger.RulesOfTime;

/// <summary>
/// A date in a claim. Undated is <see cref="DaySet.Everything"/>: for an end, it did come, on an unknown day; for a start, it says
/// nothing. A mask (<c>199X</c>) is a date like another, except that it sets no horizon.
/// </summary>
public sealed record ClaimDate(DaySet Days, bool IsMask = false);

/// <summary>The end in a claim: a date, or <c>..</c> (it lasts).</summary>
public sealed record ClaimEnd
{
    private ClaimEnd(ClaimDate? date) => Date = date;

    /// <summary>It lasts.</summary>
    public static ClaimEnd Open { get; } = new((ClaimDate?)null);

    /// <summary>It ended on this date, which may be undated.</summary>
    public static ClaimEnd On(ClaimDate date) => new(date);

    /// <summary>The date; null where it lasts.</summary>
    public ClaimDate? Date { get; }

    /// <summary>Whether it lasts.</summary>
    public bool IsOpen => Date is null;
}

/// <summary>What one source says about when an episode held; null where it is silent (DESIGN section 2, rule 1).</summary>
public sealed record Claim(string Id, ClaimDate? Start, ClaimEnd? End);

/// <summary>
/// A source that saw it hold, on an unknown day of a date (both the same) or over a period: start by the latest day of the one, end
/// after the earliest day of the other.
/// </summary>
public sealed record Attestation(string Id, DaySet From, DaySet To);

/// <summary>A source that denies that it happened, or that it ended.</summary>
public sealed record Denial(string Id, bool OfEnd);

/// <summary>
/// What an editor preferred others over: of a claim the bounds named, of an attestation or denial all (DESIGN section 2, rule 2).
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
}

/// <summary>What sources say about one episode of a polity. Only a post has a seat; of anything else it is not heeded.</summary>
public sealed record EpisodeStatements(string Id, Nature Nature, string? Seat, Statements Statements);

/// <summary>What sources say about a polity's life and its episodes.</summary>
public sealed record PolityStatements(Statements Life, IReadOnlyList<EpisodeStatements> Episodes);
