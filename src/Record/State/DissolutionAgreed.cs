using ArtsakhLedger.Facts;
using Edtf;

namespace ArtsakhLedger.State;

/// <summary>It was agreed or decreed that the polity be dissolved. The agreement itself ends nothing.</summary>
public sealed record DissolutionAgreed : Fact
{
    /// <summary>The date by which the dissolution was to take place.</summary>
    public EdtfDate? EffectiveBy { get; init; }

    public override string InWords(PartyNames names) =>
        $"The dissolution of {names.Polity} was agreed or decreed{(EffectiveBy is { } by ? $", to take effect by {by.ToEnglish()}" : "")}";
}
