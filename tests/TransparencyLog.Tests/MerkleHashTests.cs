namespace TransparencyLog.Tests;

public class MerkleHashTests
{
    [Fact]
    public void The_root_of_the_empty_tree_is_the_hash_of_the_empty_string() => MerkleHash.EmptyTree.ShouldBe(ReferenceTree.Roots[0]);

    [Fact]
    public void A_leaf_and_a_node_of_the_same_bytes_have_different_hashes()
    {
        var (left, right) = (ReferenceTree.Roots[1], ReferenceTree.Roots[2]);

        MerkleHash.HashLeaf([.. left.ToArray(), .. right.ToArray()]).ShouldNotBe(MerkleHash.HashNode(left, right));
        MerkleHash.HashNode(left, right).ShouldNotBe(MerkleHash.HashNode(right, left));
    }

    [Fact]
    public void A_hash_round_trips_in_base64_and_hexadecimal()
    {
        var hash = ReferenceTree.Roots[8];

        hash.ToBase64().ShouldBe("XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=");
        MerkleHash.FromBase64(hash.ToBase64()).ShouldBe(hash);
        MerkleHash.FromHex(hash.ToString()).ShouldBe(hash);
        new MerkleHash(hash.ToArray()).GetHashCode().ShouldBe(hash.GetHashCode());
        (hash == MerkleHash.EmptyTree).ShouldBeFalse();
        (hash != MerkleHash.EmptyTree).ShouldBeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg")] // no padding
    [InlineData("XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyh=")] // bits after the last byte
    [InlineData("XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg= ")]
    [InlineData("XcnaeacGWamtVZy3Ad7Zoqudgjqt")]
    public void What_is_not_32_bytes_in_canonical_base64_is_rejected(string text) =>
        Should.Throw<FormatException>(() => MerkleHash.FromBase64(text));

    [Fact]
    public void Hashes_in_a_tile_are_concatenated()
    {
        var bytes = MerkleHash.Concat([.. ReferenceTree.Roots]);

        bytes.Length.ShouldBe(9 * MerkleHash.Length);
        bytes.AsSpan(32, 32).ToArray().ShouldBe(ReferenceTree.Roots[1].ToArray());
        MerkleHash.Split(bytes).ShouldBe(ReferenceTree.Roots);
        Should.Throw<ArgumentException>(() => MerkleHash.Split(bytes.AsSpan(1)));
        Should.Throw<ArgumentException>(() => new MerkleHash(bytes));
    }
}
