using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Offices;

/// <summary>A representative office was opened.</summary>
public sealed record OfficeOpened : OfficeFact
{
    /// <summary>The country that hosted it.</summary>
    [OfKind(EntityKind.Polity, EntityKind.SubNational)]
    public Party? Host { get; init; }

    public override IEnumerable<(string Name, object? Value)> Details() => [.. base.Details(), ("host", Host)];

    protected override EpisodeRole Role => EpisodeRole.Opens;

    public override IEnumerable<Party> Parties() => Host is null ? [City] : [City, Host];

    public override string InWords(PartyNames names) => $"{names.Polity} opened a representative office in {names[City]}";
}
