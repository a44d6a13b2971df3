using ArtsakhLedger.Sources;

namespace ArtsakhLedger.Import;

/// <summary>The passages of a snapshot, an entry under <c>passages</c> in a file of a batch.</summary>
internal sealed record PassageIndex
{
    /// <summary>The id of the source.</summary>
    public string Id { get; init; } = "";

    /// <summary>The snapshot's digest.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The passages in order.</summary>
    public required IReadOnlyList<Passage> Index { get; init; }
}

/// <summary>A passage index and the entry of a file that it was read from.</summary>
internal sealed record PassageIndexEntry(PassageIndex Content, YamlEntry Origin);
