using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Memberships;

/// <summary>What came of a vote.</summary>
public enum VoteOutcome
{
    Adopted,
    Rejected,
}

/// <summary>A vote was held in an organisation about the polity, or with its part. It is a single event and nobody's recognition.</summary>
public sealed record VoteHeld : Fact
{
    /// <summary>The organisation, or the body of one, that voted.</summary>
    [OfKind(EntityKind.Organisation, EntityKind.Institution, EntityKind.Legislature, EntityKind.Chamber)]
    public required Party Organisation { get; init; }

    /// <summary>What it voted on, in a few words close to the source's.</summary>
    public required string Subject { get; init; }

    /// <summary>How many voted in which way, if a source says so.</summary>
    public Votes? Votes { get; init; }

    /// <summary>True if a source says that the vote was unanimous.</summary>
    public bool? Unanimous { get; init; }

    /// <summary>Whether it was adopted; absent if no source says so.</summary>
    public VoteOutcome? Outcome { get; init; }

    /// <summary>Those who voted for it, as far as a source names them.</summary>
    public IReadOnlyList<Party>? VotedFor { get; init; }

    /// <summary>Those who voted against it, as far as a source names them.</summary>
    public IReadOnlyList<Party>? VotedAgainst { get; init; }

    /// <summary>Those who abstained, as far as a source names them.</summary>
    public IReadOnlyList<Party>? Abstained { get; init; }

    /// <summary>Those who were absent, as far as a source names them.</summary>
    public IReadOnlyList<Party>? Absent { get; init; }

    public override IEnumerable<Party> Parties() =>
        [Organisation, .. VotedFor ?? [], .. VotedAgainst ?? [], .. Abstained ?? [], .. Absent ?? []];

    public override string InWords(PartyNames names)
    {
        string?[] particulars =
        [
            Votes?.ToString(),
            Unanimous is true ? "unanimous" : null,
            Named("for", VotedFor, names),
            Named("against", VotedAgainst, names),
            Named("abstaining", Abstained, names),
            Named("absent", Absent, names),
        ];
        var given = string.Join("; ", particulars.OfType<string>());
        var verb = Outcome switch
        {
            VoteOutcome.Adopted => "adopted",
            VoteOutcome.Rejected => "rejected",
            _ => "voted on",
        };
        return $"{names[Organisation]} {verb} {Subject}{(given.Length == 0 ? "" : $" ({given})")}";
    }

    private static string? Named(string how, IReadOnlyList<Party>? who, PartyNames names) =>
        who is { Count: > 0 } ? $"{how}: {names.AllOf(who)}" : null;
}
