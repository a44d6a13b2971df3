using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Offices;

/// <summary>A source shows an office in operation, with or without a date.</summary>
public sealed record OfficeAttested : MissionFact
{
    /// <summary>The polity's representative there at the time, if the source names one.</summary>
    [OfKind(EntityKind.Person)]
    public Party? Representative { get; init; }

    public override IEnumerable<(string Name, object? Value)> Details() => [.. base.Details(), ("representative", Representative)];

    protected override EpisodeRole Role => EpisodeRole.Attests;

    public override IEnumerable<Party> Parties() => [.. base.Parties(), .. new[] { Representative }.OfType<Party>()];

    public override string InWords(PartyNames names) =>
        $"{names.Polity} had {Article.Before(WordsOfOffice(names))}{names.After("under", Representative)}";
}
