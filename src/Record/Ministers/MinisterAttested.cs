using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Ministers;

/// <summary>A source shows the minister in office on a date.</summary>
public sealed record MinisterAttested : TenureFact
{
    protected override EpisodeRole Role => EpisodeRole.Attests;

    public override string InWords(PartyNames names) => $"{names[Person]} was {WordsOfPost(names)}";
}
