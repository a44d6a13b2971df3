using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Offices;

/// <summary>A source shows an office in operation, with or without a date.</summary>
public sealed record OfficeAttested : OfficeFact
{
    /// <summary>The country that hosted it.</summary>
    [OfKind(EntityKind.Polity, EntityKind.SubNational)]
    public Party? Host { get; init; }

    /// <summary>The polity's representative there at the time, if the source names one.</summary>
    [OfKind(EntityKind.Person)]
    public Party? Representative { get; init; }

    public override IEnumerable<(string Name, object? Value)> Details() =>
        [.. base.Details(), ("host", Host), ("representative", Representative)];

    protected override EpisodeRole Role => EpisodeRole.Attests;

    public override IEnumerable<Party> Parties() => [City, .. new[] { Host, Representative }.OfType<Party>()];

    public override string InWords(PartyNames names) =>
        $"{names.Polity} had a representative office in {names[City]}{names.After("under", Representative)}";
}
