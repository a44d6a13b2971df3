using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Offices;

/// <summary>The rank of an office changed: a legation became an embassy. It attests the office and dates neither start nor end.</summary>
public sealed record OfficeRankChanged : MissionFact
{
    /// <summary>What it was from then on.</summary>
    public required OfficeType Rank { get; init; }

    public override IEnumerable<(string Name, object? Value)> Details() => [("city", City), ("host", Host)];

    public override Phase? BeginsPhase() => new("type", Rank);

    protected override EpisodeRole Role => EpisodeRole.Attests;

    protected override OfficeType? TypeThere => OfficeType ?? Rank;

    public override string InWords(PartyNames names) => $"{names.Polity} made its {WordsOfOffice(names)} {Article.Before(Rank.InWords())}";
}
