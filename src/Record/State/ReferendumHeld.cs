using ArtsakhLedger.Facts;

namespace ArtsakhLedger.State;

/// <summary>A referendum was held in the polity, or about it.</summary>
public sealed record ReferendumHeld : Fact
{
    /// <summary>What was asked, in a few words: "independence".</summary>
    public required string Subject { get; init; }

    /// <summary>The party that held it, if it was not the polity.</summary>
    public Party? By { get; init; }

    /// <summary>How many voted for and against, if a source says so.</summary>
    public Votes? Votes { get; init; }

    /// <summary>The result in the source's words: "99.89 % in favour".</summary>
    public string? Result { get; init; }

    /// <summary>The turnout in the source's words: "82.2 %".</summary>
    public string? Turnout { get; init; }

    public override IEnumerable<Party> Parties() => By is null ? [] : [By];

    public override string InWords(PartyNames names)
    {
        string?[] particulars = [Votes?.ToString(), Result, Turnout is null ? null : $"turnout {Turnout}"];
        var given = string.Join("; ", particulars.OfType<string>());
        return $"{names.OrPolity(By)} held a referendum on {Subject}{(given.Length == 0 ? "" : $" ({given})")}";
    }
}
