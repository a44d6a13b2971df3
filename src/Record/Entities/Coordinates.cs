namespace ArtsakhLedger.Entities;

/// <summary>A place on the Earth, in degrees (WGS 84).</summary>
public sealed record Coordinates
{
    /// <summary>Degrees north of the equator, from -90 to 90.</summary>
    public required double Latitude { get; init; }

    /// <summary>Degrees east of Greenwich, from -180 to 180.</summary>
    public required double Longitude { get; init; }
}
