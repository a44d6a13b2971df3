using Edtf;

namespace ArtsakhLedger.Episodes;

/// <summary>A fact that vouches that an episode held, on a day of a date or over a period.</summary>
/// <param name="Fact">The fact; also the attestation's id.</param>
/// <param name="Date">When; an interval is a period. Null where the source gives no date: then it dates nothing.</param>
/// <param name="Sources">Who vouches.</param>
public sealed record EpisodeAttestation(string Fact, EdtfDate? Date, IReadOnlyList<string> Sources);
