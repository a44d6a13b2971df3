namespace ArtsakhLedger.Recording;

/// <summary>Specifies what an endpoint records (see <see cref="DraftReader.OfAsync(HttpContext)"/>).</summary>
/// <param name="type">The type of the event; null if the body names it.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RecordsAttribute(string? type = null) : Attribute
{
    /// <summary>The type of the event; null if the body names it.</summary>
    public string? Type { get; } = type;

    /// <summary>What the id in the address identifies, if the event is about an entry of the record: a fact, an entity, a source.</summary>
    public string? About { get; init; }

    /// <summary>What the id in the body identifies, if not the event itself: an entity, a source.</summary>
    public string? Describes { get; init; }
}
