using Edtf;

namespace ArtsakhLedger.Episodes;

/// <summary>A fact that shows that an episode held, on a day of a date or over a period.</summary>
/// <param name="Fact">The fact; also the attestation's id.</param>
/// <param name="Date">When; an interval is a period. Null if the source gives no date.</param>
/// <param name="Sources">The sources that show it.</param>
public sealed record EpisodeAttestation(string Fact, EdtfDate? Date, IReadOnlyList<string> Sources);
