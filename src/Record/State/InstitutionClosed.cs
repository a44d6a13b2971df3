using ArtsakhLedger.Facts;

namespace ArtsakhLedger.State;

/// <summary>An institution of the state was closed or, if the city is named, left that city.</summary>
public sealed record InstitutionClosed : InstitutionFact
{
    protected override EpisodeRole Role => EpisodeRole.Closes;

    public override string InWords(PartyNames names) =>
        City is null ? $"{names[Institution]} was closed" : $"{names[Institution]} no longer had its seat in {names[City]}";
}
