using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Recognitions;

/// <summary>The level of government of an actor.</summary>
public enum ActorLevel
{
    State,
    SubNational,
    Municipal,
    Parliament,
    Party,
}

/// <summary>The form of a public act.</summary>
public enum ActForm
{
    Bill,
    Resolution,
    Motion,
    Statement,
}

/// <summary>The result of a vote.</summary>
public sealed record Votes
{
    public required int For { get; init; }

    public required int Against { get; init; }

    public override string ToString() => $"{For}–{Against}";
}

/// <summary>An act or declaration about the polity by a state, region, town, parliament or party. It is the actor's alone: a chamber, region
/// or town never acts for its state.</summary>
public abstract record PublicAct : Fact
{
    /// <summary>The party that acted.</summary>
    public required Party Actor { get; init; }

    public required ActorLevel Level { get; init; }

    public ActForm? Act { get; init; }

    /// <summary>The chamber that acted, if a source names one besides the actor.</summary>
    [OfKind(EntityKind.Chamber, EntityKind.Legislature)]
    public Party? Chamber { get; init; }

    public Votes? Votes { get; init; }

    /// <summary>True if a source says that the vote was unanimous.</summary>
    public bool? Unanimous { get; init; }

    /// <summary>What the act is about, in the source's words: "independence", "self-determination".</summary>
    public string? Subject { get; init; }

    /// <summary>The parties that the act calls on to recognise the polity. A call is not a recognition.</summary>
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

    /// <summary>The end of a sentence about the act: " (resolution; independence; 61–2)", and the parties it calls on to recognise.</summary>
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
