using ArtsakhLedger.Facts;

namespace ArtsakhLedger.State;

/// <summary>The polity united with others: its life ended. On that day it no longer exists.</summary>
public sealed record StatesUnited : Fact
{
    /// <summary>What it became, or became part of; absent if no source says so.</summary>
    [OfKind(EntityKind.Polity)]
    public Party? Into { get; init; }

    /// <summary>Those with which it united.</summary>
    public IReadOnlyList<Party>? With { get; init; }

    /// <summary>2, 3 … if a source says that it is a further life of the polity; needed only where the dates would be read otherwise.</summary>
    public int? Term { get; init; }

    public override IEnumerable<EpisodeLink> EpisodeLinks() => [PolityExistence.Of(this, EpisodeRole.Closes, Term)];

    public override IEnumerable<Party> Parties() => [.. new[] { Into }.OfType<Party>(), .. With ?? []];

    public override string InWords(PartyNames names) =>
        (Into, With) switch
        {
            (null, null) => $"{names.Polity} was united with others",
            ({ } into, null) => $"{names.Polity} was united into {names[into]}",
            (null, { } with) => $"{names.Polity} united with {names.AllOf(with)}",
            ({ } into, { } with) => $"{names.Polity} united with {names.AllOf(with)} into {names[into]}",
        };
}
