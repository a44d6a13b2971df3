using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Import;

/// <summary>A folder of <c>events/</c> as read: <c>{polity}/{NNNN-name}</c>.</summary>
/// <param name="Name">The batch's name everywhere: <c>{polity}/{name}</c>.</param>
/// <param name="Polity">The polity that its facts belong to.</param>
/// <param name="Entries">Its facts in order: entities, sources, then each file by name.</param>
public sealed record Batch(string Name, string Polity, IReadOnlyList<BatchEntry> Entries)
{
    /// <summary>The passage indexes of its sources; they are part of their entries too.</summary>
    internal IReadOnlyList<PassageIndexEntry> Indexes { get; init; } = [];
}

/// <summary>A fact with the place that it was read from.</summary>
public sealed record BatchEntry(Fact Fact, YamlEntry Origin);
