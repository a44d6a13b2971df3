using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Import;

/// <summary>A batch of entries: a folder <c>{polity}/{NNNN-name}</c> of <c>events/</c>.</summary>
/// <param name="Name">Its name, <c>{polity}/{NNNN-name}</c>.</param>
/// <param name="Polity">The polity that its facts belong to.</param>
/// <param name="Entries">Its entries in order: entities, sources, then the facts by file name.</param>
public sealed record Batch(string Name, string Polity, IReadOnlyList<BatchEntry> Entries)
{
    /// <summary>The passage indexes of its sources, which the entries of the sources also contain.</summary>
    internal IReadOnlyList<PassageIndexEntry> Indexes { get; init; } = [];
}

/// <summary>A fact and the entry of a file that it was read from.</summary>
public sealed record BatchEntry(Fact Fact, YamlEntry Origin);
