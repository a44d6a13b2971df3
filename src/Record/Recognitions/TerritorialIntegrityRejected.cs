using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Recognitions;

/// <summary>A proposal to recognise another state's territorial integrity was rejected.</summary>
public sealed record TerritorialIntegrityRejected : TerritorialIntegrityFact
{
    public override string InWords(PartyNames names) =>
        $"{names[Actor]} rejected a proposal on the territorial integrity of {names[Of]}{ParticularsAndCallInWords(names)}";
}
