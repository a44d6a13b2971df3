using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Memberships;

/// <summary>How a treaty ended for the polity.</summary>
public enum TreatyEnd
{
    /// <summary>The polity withdrew from it.</summary>
    Withdrawn,

    /// <summary>Another party ended it, or both did.</summary>
    Terminated,

    /// <summary>It ended as it had provided.</summary>
    Expired,

    /// <summary>Another treaty took its place.</summary>
    Replaced,
}

/// <summary>A convention or another treaty ended for the polity.</summary>
public sealed record TreatyEnded : TreatyFact
{
    /// <summary>How it ended, if a source says so.</summary>
    public TreatyEnd? How { get; init; }

    protected override EpisodeRole Role => EpisodeRole.Closes;

    public override string InWords(PartyNames names) =>
        How switch
        {
            TreatyEnd.Withdrawn => $"{names.Polity} withdrew from {names[Convention]}",
            TreatyEnd.Terminated => $"{names[Convention]} was terminated for {names.Polity}",
            TreatyEnd.Expired => $"{names[Convention]} expired for {names.Polity}",
            TreatyEnd.Replaced => $"{names[Convention]} was replaced for {names.Polity}",
            _ => $"{names[Convention]} ceased to be in force for {names.Polity}",
        };
}
