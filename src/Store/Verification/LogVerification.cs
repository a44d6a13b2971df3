using ArtsakhLedger.Ledger;
using TransparencyLog;

namespace ArtsakhLedger.Verification;

/// <summary>Compares every stored event with its leaf and the tree. The leaves are recomputed on all processors, the tree is rebuilt in order.</summary>
internal sealed class LogVerification(IStoredLedger ledger, IReadOnlyList<KeptCheckpoint> kept, IProgress<long> progress)
{
    private const int ChunkSize = 1024;

    private readonly Frontier tree = new();
    private readonly EntryCheck[] checks = [.. Enumerable.Range(0, Environment.ProcessorCount + 1).Select(_ => new EntryCheck())];
    private DateTimeOffset lastTime = DateTimeOffset.MinValue;

    /// <summary>The tree head up to the first mismatch.</summary>
    public TreeHead Head => tree.Head;

    /// <summary>The first mismatch, or null.</summary>
    public async Task<Mismatch?> RunAsync(CancellationToken cancellation)
    {
        StoredBody? withoutPosition = null;
        var chunk = new List<(StoredEntry Entry, StoredBody? Event)>(ChunkSize);
        var running = new Queue<Task<Checked>>();
        var chunks = 0;
        await foreach (var (entry, stored) in ledger.EventsAsync(cancellation))
        {
            if (entry is null)
            {
                withoutPosition ??= stored;
                continue;
            }

            chunk.Add((entry, stored));
            if (chunk.Count == ChunkSize)
            {
                running.Enqueue(CheckAsync(chunk, checks[chunks++ % checks.Length]));
                chunk = new(ChunkSize);
            }

            // A check is reused only after its last chunk is done.
            if (running.Count == checks.Length && Grow(await running.Dequeue()) is { } wrong)
            {
                return wrong;
            }
        }

        running.Enqueue(CheckAsync(chunk, checks[chunks % checks.Length]));
        while (running.TryDequeue(out var last))
        {
            if (Grow(await last) is { } wrong)
            {
                return wrong;
            }
        }

        if (withoutPosition is { } extra)
        {
            return new(
                null,
                null,
                $"The event store has an event without a position: {extra.Type}, version {extra.Version} of {extra.Stream}."
            );
        }

        return kept.FirstOrDefault(checkpoint => checkpoint.Head.Size > tree.Size) is { } beyond
            ? new(
                null,
                null,
                $"{beyond.Name} is from a log of {beyond.Head.Size} entries, and this one has {tree.Size}: entries are missing at its end."
            )
            : null;
    }

    private static Task<Checked> CheckAsync(List<(StoredEntry Entry, StoredBody? Event)> chunk, EntryCheck check) =>
        Task.Run(() =>
        {
            var problems = new string?[chunk.Count];
            var leaves = new MerkleHash[chunk.Count];
            for (var i = 0; i < chunk.Count; i++)
            {
                problems[i] = check.ProblemOf(chunk[i].Entry, chunk[i].Event);
                leaves[i] = MerkleHash.HashLeaf(chunk[i].Entry.Log.Leaf);
            }

            return new Checked([.. chunk.Select(row => row.Entry)], problems, leaves);
        });

    private Mismatch? Grow(Checked chunk)
    {
        Span<MerkleHash> completed = stackalloc MerkleHash[Frontier.MaxCompletedSubtrees];
        for (var i = 0; i < chunk.Entries.Length; i++)
        {
            var entry = chunk.Entries[i];
            if (entry.Position != tree.Size + 1)
            {
                return new(tree.Size + 1, null, $"it is missing; the next one is {entry.Position}");
            }

            if (chunk.Problems[i] is { } problem)
            {
                return new(entry.Position, entry.Fact, problem);
            }

            if (entry.RecordedAt <= lastTime)
            {
                return new(entry.Position, entry.Fact, "it was not recorded later than the one before it");
            }

            lastTime = entry.RecordedAt;
            var count = tree.Append(chunk.Leaves[i], completed);
            if (!MerkleHash.Concat(completed[..count]).AsSpan().SequenceEqual(entry.Log.Nodes))
            {
                return new(entry.Position, entry.Fact, "the tree hashes stored with it are not those of the leaves");
            }

            foreach (var checkpoint in kept)
            {
                if (checkpoint.Head.Size == tree.Size && checkpoint.Head.Root != tree.Root)
                {
                    return new(
                        null,
                        null,
                        $"{checkpoint.Name} is from another history: at {tree.Size} entries this log's root is {tree.Root.ToBase64()} and was {checkpoint.Head.Root.ToBase64()}. An entry up to position {tree.Size} was changed, and the log rebuilt over it."
                    );
                }
            }
        }

        progress.Report(tree.Size);
        return null;
    }

    private sealed record Checked(StoredEntry[] Entries, string?[] Problems, MerkleHash[] Leaves);
}
