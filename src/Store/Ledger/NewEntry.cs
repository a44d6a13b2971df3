using ArtsakhLedger.Log;
using JasperFx.Events;

namespace ArtsakhLedger.Ledger;

/// <summary>A fact at its position, with everything that is stored with it.</summary>
/// <param name="Recorded">The fact at its position.</param>
/// <param name="Event">Its event, complete except for the stream and version.</param>
/// <param name="Json">Its body as the event store's serializer writes it.</param>
/// <param name="Stream">The stream that the event is appended to.</param>
/// <param name="Version">Its version in that stream, from 1.</param>
/// <param name="Log">Its part of the log.</param>
internal sealed record NewEntry(RecordedFact Recorded, IEvent Event, string Json, string Stream, long Version, LogRow Log);

/// <summary>The body of a fact: as the event store's serializer writes it, and in canonical JSON.</summary>
internal sealed record EventBody(string Json, byte[] Canonical);
