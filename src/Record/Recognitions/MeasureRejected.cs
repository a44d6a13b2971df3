using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Recognitions;

/// <summary>A proposal about the polity, neither to recognise it nor on territorial integrity, was rejected, withdrawn or not taken up; the
/// subject says what it was about.</summary>
public sealed record MeasureRejected : PublicMeasure
{
    public override string InWords(PartyNames names) =>
        $"{names[Actor]} did not pass a proposal about {names.Polity}{ParticularsAndCallInWords(names)}";
}
