using ArtsakhLedger.Facts;

namespace ArtsakhLedger.State;

/// <summary>An institution of the state existed and had its seat in a city. A move is a further one, with the new city.</summary>
public sealed record InstitutionSeated : InstitutionFact
{
    public override IEnumerable<(string Name, object? Value)> Details() => [("city", City)];

    protected override EpisodeRole Role => EpisodeRole.Opens;

    public override string InWords(PartyNames names) =>
        City is null ? $"{names[Institution]} existed" : $"{names[Institution]} had its seat in {names[City]}";
}
