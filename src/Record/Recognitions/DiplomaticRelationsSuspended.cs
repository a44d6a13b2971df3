using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Recognitions;

/// <summary>Diplomatic relations were suspended. They go on, and are not in effect until they are resumed.</summary>
public sealed record DiplomaticRelationsSuspended : DiplomaticRelationsFact
{
    public override Phase? BeginsPhase() => Phase.Suspension;

    protected override EpisodeRole Role => EpisodeRole.Attests;

    public override string InWords(PartyNames names) => $"Diplomatic relations between {BothInWords(names)} were suspended";
}
