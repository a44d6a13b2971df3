using ArtsakhLedger.Log;
using JasperFx.Events;

namespace ArtsakhLedger.Ledger;

/// <summary>A fact at its position, with all that is to be stored of it.</summary>
/// <param name="Recorded">The fact at its position.</param>
/// <param name="Event">Its event, with everything but its place in the stream.</param>
/// <param name="Json">Its body as the event store's serializer writes it.</param>
/// <param name="Stream">The stream that the event is appended to.</param>
/// <param name="Version">Its place in that stream, from 1.</param>
/// <param name="Log">What the log keeps of it.</param>
internal sealed record NewEntry(RecordedFact Recorded, IEvent Event, string Json, string Stream, long Version, LogRow Log);

/// <summary>A fact's body, as the event store's serializer writes it and as the log digests it.</summary>
internal sealed record EventBody(string Json, byte[] Canonical);
