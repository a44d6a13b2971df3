using Npgsql;
using TransparencyLog;

namespace ArtsakhLedger.Log;

/// <summary>Reads hashes of the tree from the rows of the events that completed them (see <see cref="LogRow"/>).</summary>
internal static class LogNodes
{
    /// <summary>Reads the hashes of subtrees.</summary>
    /// <param name="command">A command of the connection or data source to read from; its text is set here.</param>
    /// <param name="subtrees">The subtrees; all must be within the tree.</param>
    /// <param name="cancellation">Cancels the read.</param>
    public static async Task<IReadOnlyDictionary<Subtree, MerkleHash>> ReadAsync(
        NpgsqlCommand command,
        IReadOnlyCollection<Subtree> subtrees,
        CancellationToken cancellation
    )
    {
        var wanted = subtrees.ToLookup(subtree => subtree.End);
        var hashes = new Dictionary<Subtree, MerkleHash>(subtrees.Count);
        if (wanted.Count > 0)
        {
            command.CommandText = "select position, nodes from ledger.positions where position = any($1)";
            command.Parameters.Add(new() { Value = wanted.Select(group => group.Key).ToArray() });
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
            {
                var nodes = await reader.GetFieldValueAsync<byte[]>(1, cancellation);
                foreach (var subtree in wanted[reader.GetInt64(0)])
                {
                    hashes[subtree] = new(nodes.AsSpan(subtree.Level * MerkleHash.Length, MerkleHash.Length));
                }
            }
        }

        return hashes;
    }

    /// <summary>The right edge of the tree at a size.</summary>
    public static async Task<Frontier> FrontierAsync(NpgsqlCommand command, long size, CancellationToken cancellation)
    {
        var hashes = await ReadAsync(command, [.. Frontier.SubtreesFor(size)], cancellation);
        return new(size, subtree => hashes[subtree]);
    }
}
