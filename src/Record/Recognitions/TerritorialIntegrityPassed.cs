using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Recognitions;

/// <summary>A recognition of another state's territorial integrity was passed.</summary>
public sealed record TerritorialIntegrityPassed : TerritorialIntegrityFact
{
    public override string InWords(PartyNames names) =>
        $"{names[Actor]} recognised the territorial integrity of {names[Of]}{ParticularsAndCallInWords(names)}";
}
