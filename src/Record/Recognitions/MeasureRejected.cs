using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Recognitions;

/// <summary>A proposal that bears on the polity, and is by its source neither one to recognise it nor one on territorial integrity, was rejected,
/// withdrawn or not taken up; the subject tells what it was.</summary>
public sealed record MeasureRejected : PublicAct
{
    public override string InWords(PartyNames names) =>
        $"{names[Actor]} did not pass a proposal about {names.Polity}{ParticularsInWords(names)}";
}
