namespace TransparencyLog.Tests;

/// <summary>The tree of seven leaves in RFC 9162, section 2.1.5, with the node names used there.</summary>
internal static class Rfc9162Example
{
    public static IReadOnlyDictionary<string, MerkleHash> Nodes()
    {
        var leaves = ReferenceTree.Entries.Select(entry => MerkleHash.HashLeaf(entry)).ToArray();
        var nodes = new Dictionary<string, MerkleHash>
        {
            ["a"] = leaves[0],
            ["b"] = leaves[1],
            ["c"] = leaves[2],
            ["d"] = leaves[3],
            ["e"] = leaves[4],
            ["f"] = leaves[5],
            ["j"] = leaves[6],
        };
        nodes["g"] = MerkleHash.HashNode(nodes["a"], nodes["b"]);
        nodes["h"] = MerkleHash.HashNode(nodes["c"], nodes["d"]);
        nodes["i"] = MerkleHash.HashNode(nodes["e"], nodes["f"]);
        nodes["k"] = MerkleHash.HashNode(nodes["g"], nodes["h"]);
        nodes["l"] = MerkleHash.HashNode(nodes["i"], nodes["j"]);
        return nodes;
    }
}
