namespace ArtsakhLedger.Recording;

/// <summary>What an endpoint takes the body of a request for (<see cref="Drafting.OfAsync(HttpContext)"/>).</summary>
/// <param name="type">The type of the event; null where the body names it.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RecordsAttribute(string? type = null) : Attribute
{
    /// <summary>The type of the event; null where the body names it.</summary>
    public string? Type { get; } = type;

    /// <summary>What the id in the address is of, where the event is about an entry of the record: a fact, an entity, a source.</summary>
    public string? About { get; init; }

    /// <summary>What the id in the body is of, where it is not the event's own: an entity, a source.</summary>
    public string? Describes { get; init; }
}
