using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Ministers;

/// <summary>A minister was confirmed in office. It vouches for the holder and claims neither start nor end.</summary>
public sealed record MinisterReappointed : TenureFact
{
    protected override EpisodeRole Role => EpisodeRole.Attests;

    public override string InWords(PartyNames names) => $"{names[Person]} was confirmed as {PostInWords(names)}";
}
