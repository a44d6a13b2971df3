using ArtsakhLedger.Sources;

namespace ArtsakhLedger.Import;

/// <summary>The passages of one snapshot, as a file of a batch lists them under <c>passages</c>; the entry's id is the source's.</summary>
internal sealed record PassageIndex
{
    /// <summary>The source.</summary>
    public string Id { get; init; } = "";

    /// <summary>The snapshot's digest.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Its passages in their order.</summary>
    public required IReadOnlyList<Passage> Index { get; init; }
}

/// <summary>A passage index with the place that it was read from.</summary>
internal sealed record PassageIndexEntry(PassageIndex Content, YamlEntry Origin);
