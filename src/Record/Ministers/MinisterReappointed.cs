using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Ministers;

/// <summary>A minister was confirmed in office. It attests the tenure and dates neither start nor end.</summary>
public sealed record MinisterReappointed : TenureFact
{
    protected override EpisodeRole Role => EpisodeRole.Attests;

    public override string InWords(PartyNames names) => $"{names[Person]} was confirmed as {WordsOfPost(names)}";
}
