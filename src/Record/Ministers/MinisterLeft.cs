using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Ministers;

/// <summary>A minister left office.</summary>
public sealed record MinisterLeft : TenureFact
{
    protected override EpisodeRole Role => EpisodeRole.Closes;

    public override string InWords(PartyNames names) => $"{names[Person]} left office as {WordsOfPost(names)}";
}
