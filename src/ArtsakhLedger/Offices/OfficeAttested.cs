using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Offices;

/// <summary>A source shows an office at work, with or without a date.</summary>
public sealed record OfficeAttested : OfficeFact
{
    /// <summary>The country that hosted it.</summary>
    public Party? Host { get; init; }

    public override IEnumerable<(string Name, object? Value)> Details() => [.. base.Details(), ("host", Host)];

    protected override BearingRole Role => BearingRole.Attests;

    public override IEnumerable<Party> Parties() => Host is null ? [City] : [City, Host];
}
