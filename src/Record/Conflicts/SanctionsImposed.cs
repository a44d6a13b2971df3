using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Conflicts;

/// <summary>Sanctions were imposed on the polity, or by it.</summary>
public sealed record SanctionsImposed : SanctionsFact
{
    /// <summary>What they are, in a few words close to the source's: "an arms embargo".</summary>
    public string? Measures { get; init; }

    public override IEnumerable<(string Name, object? Value)> Details() => [("measures", Measures)];

    protected override EpisodeRole Role => EpisodeRole.Opens;

    public override string InWords(PartyNames names) =>
        $"{names[By]} imposed sanctions on {names.OrPolity(Upon)}{(Measures is null ? "" : $" ({Measures})")}";
}
