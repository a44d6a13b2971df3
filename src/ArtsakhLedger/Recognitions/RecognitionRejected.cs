namespace ArtsakhLedger.Recognitions;

/// <summary>A proposal to recognise the polity was rejected. It only happens: it says of nobody that it did or did not recognise at other times.</summary>
public sealed record RecognitionRejected : PublicAct;
