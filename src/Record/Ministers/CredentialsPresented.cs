using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Ministers;

/// <summary>The head of a mission presented credentials. It attests the tenure and dates neither start nor end.</summary>
public sealed record CredentialsPresented : TenureFact
{
    public CredentialsPresented() => Post = "ambassador";

    /// <summary>Who received them, if a source says so.</summary>
    public Party? ReceivedBy { get; init; }

    public override IEnumerable<Party> Parties() => [.. base.Parties(), .. new[] { ReceivedBy }.OfType<Party>()];

    protected override EpisodeRole Role => EpisodeRole.Attests;

    public override string InWords(PartyNames names) =>
        $"{names[Person]} presented credentials{(ReceivedBy is null ? "" : $" to {names[ReceivedBy]}")} as {WordsOfPost(names)}";
}
