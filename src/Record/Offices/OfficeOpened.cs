using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Offices;

/// <summary>A representative office, an embassy or another mission was opened.</summary>
public sealed record OfficeOpened : MissionFact
{
    protected override EpisodeRole Role => EpisodeRole.Opens;

    public override string InWords(PartyNames names) => $"{names.Polity} opened {Article.Before(WordsOfOffice(names))}";
}
