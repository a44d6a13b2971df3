using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Recognitions;

/// <summary>At what level of government the actor stands.</summary>
public enum ActorLevel
{
    State,
    SubNational,
    Municipal,
    Parliament,
    Party,
}

/// <summary>The form of the act.</summary>
public enum ActForm
{
    Bill,
    Resolution,
    Motion,
    Statement,
}

/// <summary>How a vote went.</summary>
public sealed record Votes
{
    public required int For { get; init; }

    public required int Against { get; init; }

    public override string ToString() => $"{For}–{Against}";
}

/// <summary>What a state, region, town, parliament or party did or declared about the polity. It speaks for its actor alone: a chamber,
/// region or town never for its state.</summary>
public abstract record PublicAct : Fact
{
    /// <summary>Who acted.</summary>
    public required Party Actor { get; init; }

    public required ActorLevel Level { get; init; }

    public ActForm? Act { get; init; }

    /// <summary>The chamber that acted, where a source names one beside the actor.</summary>
    [OfKind(EntityKind.Chamber, EntityKind.Legislature)]
    public Party? Chamber { get; init; }

    public Votes? Votes { get; init; }

    /// <summary>True where a source says that the vote was unanimous.</summary>
    public bool? Unanimous { get; init; }

    /// <summary>What the act is about, in the source's terms: "independence", "self-determination".</summary>
    public string? Subject { get; init; }

    /// <summary>Whom the act calls on to recognise the polity. A call is no recognition by anybody.</summary>
    public IReadOnlyList<Party>? Urged { get; init; }

    public override IEnumerable<(string Name, object? Value)> Details() =>
        [
            ("level", Level),
            ("act", Act),
            ("chamber", Chamber),
            ("votes", Votes),
            ("unanimous", Unanimous),
            ("subject", Subject),
            ("urged", Urged),
        ];

    public override IEnumerable<Party> Parties() => [Actor, .. Chamber is null ? [] : new[] { Chamber }, .. Urged ?? []];

    /// <summary>The form, the subject and the vote as a sentence has them: " (resolution; independence; 61–2)", and whom the act calls on to recognise.</summary>
    protected string ParticularsInWords(PartyNames names)
    {
        string?[] particulars =
        [
            Act?.ToString().ToLowerInvariant(),
            Chamber is null ? null : names[Chamber],
            Subject,
            Votes?.ToString(),
            Unanimous is true ? "unanimous" : null,
        ];
        var given = string.Join("; ", particulars.OfType<string>());
        var called = Urged is null || this is PositionStated ? "" : $", and called on {names.AllOf(Urged)} to recognise";
        return (given.Length == 0 ? "" : $" ({given})") + called;
    }
}
