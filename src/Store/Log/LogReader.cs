using ArtsakhLedger.Database;
using TransparencyLog;

namespace ArtsakhLedger.Log;

/// <summary>Reads the log from the database.</summary>
public sealed class LogReader(LedgerDatabase database)
{
    /// <summary>The current number of leaves, which is the position of the ledger's head.</summary>
    public Task<long> SizeAsync(CancellationToken cancellation) =>
        database.Service.QueryFirstAsync(
            "select coalesce(max(position), 0) from ledger.positions",
            [],
            row => row.GetInt64(0),
            cancellation
        );

    /// <summary>The head of the tree at a size that it has reached.</summary>
    public async Task<TreeHead> HeadAsync(long size, CancellationToken cancellation)
    {
        await using var command = (await database.SourceForAsync(size, cancellation)).CreateCommand();
        return (await LogNodes.FrontierAsync(command, size, cancellation)).Head;
    }

    /// <summary>Proves that a leaf is in the tree at a size that it has reached.</summary>
    public async Task<InclusionProof> InclusionAsync(long index, long size, CancellationToken cancellation)
    {
        var hashes = await NodesAsync(InclusionProof.SubtreesFor(index, size), cancellation);
        return InclusionProof.Create(index, size, subtree => hashes[subtree]);
    }

    /// <summary>Proves that the tree at one size contains the tree at a smaller one.</summary>
    public async Task<ConsistencyProof> ConsistencyAsync(long from, long to, CancellationToken cancellation)
    {
        var hashes = await NodesAsync(ConsistencyProof.SubtreesFor(from, to), cancellation);
        return ConsistencyProof.Create(from, to, subtree => hashes[subtree]);
    }

    /// <summary>The content of a tile within the tree: hashes, or entries as a bundle.</summary>
    public async Task<byte[]> TileAsync(Tile tile, CancellationToken cancellation)
    {
        if (tile.Level is null)
        {
            return EntryBundle.Encode(await EntriesAsync(tile, cancellation));
        }

        var subtrees = tile.Subtrees().ToList();
        var hashes = await NodesAsync(subtrees, cancellation);
        return MerkleHash.Concat([.. subtrees.Select(subtree => hashes[subtree])]);
    }

    /// <summary>The leaf and the salt at a position.</summary>
    public async Task<(byte[] Leaf, byte[] Salt)> LeafAsync(long position, CancellationToken cancellation)
    {
        var source = await database.SourceForAsync(position, cancellation);
        return await source.QueryFirstAsync(
            "select leaf, salt from ledger.positions where position = $1",
            [position],
            row => (row.GetFieldValue<byte[]>(0), row.GetFieldValue<byte[]>(1)),
            cancellation
        );
    }

    private async Task<List<byte[]>> EntriesAsync(Tile tile, CancellationToken cancellation)
    {
        var before = tile.Index * Tile.FullWidth;
        var source = await database.SourceForAsync(before + tile.Width, cancellation);
        return await source.QueryAsync(
            "select leaf from ledger.positions where position > $1 and position <= $2 order by position",
            [before, before + tile.Width],
            row => row.GetFieldValue<byte[]>(0),
            cancellation
        );
    }

    private async Task<IReadOnlyDictionary<Subtree, MerkleHash>> NodesAsync(IEnumerable<Subtree> subtrees, CancellationToken cancellation)
    {
        var wanted = subtrees.ToList();
        await using var command = (
            await database.SourceForAsync(wanted.Select(subtree => subtree.End).DefaultIfEmpty().Max(), cancellation)
        ).CreateCommand();
        return await LogNodes.ReadAsync(command, wanted, cancellation);
    }
}
