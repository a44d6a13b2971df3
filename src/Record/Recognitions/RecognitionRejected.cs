using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Recognitions;

/// <summary>A proposal to recognise the polity was rejected. It is a single event: it says nothing about recognition at other times.</summary>
public sealed record RecognitionRejected : PublicMeasure
{
    public override string InWords(PartyNames names) =>
        $"{names[Actor]} rejected a proposal to recognise {names.Polity}{ParticularsAndCallInWords(names)}";
}
