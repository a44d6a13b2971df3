using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Conflicts;

/// <summary>A ceasefire was agreed, which ended hostilities.</summary>
public sealed record CeasefireAgreed : EndOfWar
{
    /// <summary>Those who mediated it, if a source names them.</summary>
    public IReadOnlyList<Party>? MediatedBy { get; init; }

    /// <summary>Where it was agreed.</summary>
    public Party? Place { get; init; }

    public override IEnumerable<Party> Parties() => [.. base.Parties(), .. MediatedBy ?? [], .. new[] { Place }.OfType<Party>()];

    public override string InWords(PartyNames names) =>
        $"{BothInWords(names)} agreed a ceasefire{names.After("in", Place)}{(MediatedBy is { Count: > 0 } ? $", mediated by {names.AllOf(MediatedBy)}" : "")}";
}
