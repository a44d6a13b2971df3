using ArtsakhLedger.Facts;

namespace ArtsakhLedger.State;

/// <summary>A source shows an institution of the state, with or without a date.</summary>
public sealed record InstitutionAttested : InstitutionFact
{
    public override IEnumerable<(string Name, object? Value)> Details() => [("city", City)];

    protected override EpisodeRole Role => EpisodeRole.Attests;

    public override string InWords(PartyNames names) =>
        City is null ? $"{names[Institution]} existed" : $"{names[Institution]} had its seat in {names[City]}";
}
