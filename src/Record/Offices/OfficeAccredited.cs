using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Offices;

/// <summary>An office was responsible for further countries or regions besides its host.</summary>
public sealed record OfficeAccredited : OfficeFact
{
    /// <summary>The further countries or regions.</summary>
    public required IReadOnlyList<Party> To { get; init; }

    public override IEnumerable<(string Name, object? Value)> Details() => [.. base.Details(), ("accreditedTo", To)];

    protected override EpisodeRole Role => EpisodeRole.Attests;

    public override IEnumerable<Party> Parties() => [.. base.Parties(), .. To];

    public override string InWords(PartyNames names) =>
        $"The {WordsOfType} of {names.Polity}{WordsOfPlace(names)} was also for {names.AllOf(To)}";
}
