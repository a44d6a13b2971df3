using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Conflicts;

/// <summary>Armed hostilities ended.</summary>
public sealed record HostilitiesEnded : EndOfWar
{
    public override string InWords(PartyNames names) => $"Hostilities between {BothInWords(names)} ended";
}
