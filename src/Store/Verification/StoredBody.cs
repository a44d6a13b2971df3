namespace ArtsakhLedger.Verification;

/// <summary>An event as Marten stores it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="HeaderPosition">The position in its header; null where there is none.</param>
/// <param name="Stream">Its stream.</param>
/// <param name="Version">Its version in the stream.</param>
/// <param name="Type">The kind of fact.</param>
/// <param name="Timestamp">Its time.</param>
/// <param name="User">Who recorded it.</param>
/// <param name="Body">Its body as JSON in UTF-8, as the database writes it.</param>
public sealed record StoredBody(
    Guid Id,
    string? HeaderPosition,
    string Stream,
    long Version,
    string Type,
    DateTimeOffset Timestamp,
    string? User,
    byte[] Body
);
