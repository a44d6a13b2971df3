using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Travel;

/// <summary>From then on, citizens of the polity needed no visa for a country.</summary>
public sealed record VisaWaiverInForce : Fact
{
    /// <summary>The country.</summary>
    public required Party With { get; init; }

    /// <summary>True if its citizens needed none for the polity either.</summary>
    public bool? Mutual { get; init; }

    public override IEnumerable<EpisodeLink> EpisodeLinks() =>
        With.Id is { } with ? [new(EpisodeKind.VisaWaiver.EpisodeOf(Polity!, with), EpisodeKind.VisaWaiver, with, EpisodeRole.Opens)] : [];

    public override IEnumerable<(string Name, object? Value)> Details() => [("mutual", Mutual)];

    public override IEnumerable<Party> Parties() => [With];

    public override string InWords(PartyNames names) =>
        Mutual is true
            ? $"Citizens of {names.Polity} and of {names[With]} needed no visa for each other's country"
            : $"Citizens of {names.Polity} needed no visa for {names[With]}";
}
