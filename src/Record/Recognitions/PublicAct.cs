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
    Chamber,
    Organisation,
}

/// <summary>The form of a public act.</summary>
public enum ActForm
{
    Bill,
    Resolution,
    Motion,
    Statement,
    Law,
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

    /// <summary>What the act is called where it was made: "H.R. 1580", "Resolution No. 99".</summary>
    public string? Measure { get; init; }

    /// <summary>What the act is about, in the source's words: "independence", "self-determination".</summary>
    public string? Subject { get; init; }

    public override IEnumerable<(string Name, object? Value)> Details() =>
        [
            ("level", Level),
            ("act", Act),
            ("chamber", Chamber),
            ("votes", Votes),
            ("unanimous", Unanimous),
            ("measure", Measure),
            ("subject", Subject),
        ];

    public override IEnumerable<Party> Parties() => Chamber is null ? [Actor] : [Actor, Chamber];

    /// <summary>The end of a sentence about the act: " (resolution HR 9; independence; 61–2)".</summary>
    protected string ParticularsInWords(PartyNames names)
    {
        string?[] particulars =
        [
            FormAndMeasure(),
            // An actor may be called "a committee of the Mississippi Senate".
            Chamber is null
            || names[Actor].EndsWith(names[Chamber], StringComparison.Ordinal)
                ? null
                : $"in {names[Chamber]}",
            Subject,
            Votes?.ToString(),
            Unanimous is true ? "unanimous" : null,
        ];
        var given = string.Join("; ", particulars.OfType<string>());
        return given.Length == 0 ? "" : $" ({given})";
    }

    // "resolution HR 9", but "Resolution No. 99".
    private string? FormAndMeasure()
    {
        var form = Act?.ToString().ToLowerInvariant();
        return form is null || Measure is null || Measure.Contains(form, StringComparison.OrdinalIgnoreCase)
            ? Measure ?? form
            : $"{form} {Measure}";
    }
}
