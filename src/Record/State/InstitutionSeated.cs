using ArtsakhLedger.Facts;

namespace ArtsakhLedger.State;

/// <summary>An institution of the state was established, or existed and had its seat in a city. A move is a further one, with the new city.</summary>
public sealed record InstitutionSeated : InstitutionFact
{
    public override IEnumerable<(string Name, object? Value)> Details() => [("city", City)];

    protected override EpisodeRole Role => EpisodeRole.Opens;

    public override string InWords(PartyNames names) =>
        City is { } city ? $"{names[Institution]} had its seat in {names[city]}"
        : Date is null or { IsInterval: true } ? $"{names[Institution]} existed"
        : $"{names[Institution]} was established";
}
