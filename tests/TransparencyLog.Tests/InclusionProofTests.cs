namespace TransparencyLog.Tests;

public class InclusionProofTests
{
    [Theory]
    [InlineData(0, "b h l")]
    [InlineData(3, "c g l")]
    [InlineData(4, "f j k")]
    [InlineData(6, "i k")]
    public void The_examples_of_RFC_9162_section_2_1_5_hold(int index, string expected)
    {
        var nodes = Rfc9162Example.Nodes();

        InclusionProof.Create(index, 7, ReferenceTree.Tree.HashOf).Hashes.ShouldBe(expected.Split(' ').Select(name => nodes[name]));
    }

    [Fact]
    public void The_proof_of_the_sixth_of_eight_reference_leaves_is_the_known_one() =>
        InclusionProof
            .Create(5, 8, ReferenceTree.Tree.HashOf)
            .Hashes.Select(hash => hash.ToString())
            .ShouldBe([
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ]);

    [Fact]
    public void Every_proof_follows_the_definition_and_is_valid()
    {
        var tree = BruteForceTree.OfSize(130);
        for (var size = 1; size <= 130; size++)
        {
            for (var index = 0; index < size; index++)
            {
                var proof = InclusionProof.Create(index, size, tree.HashOf);

                proof.Hashes.ShouldBe(tree.Path(index, size));
                proof.Verify(tree.HashOf(new(0, index)), tree.Root(size)).ShouldBeTrue($"{index} of {size}");
            }
        }
    }

    [Fact]
    public void SubtreesFor_returns_the_subtrees_that_Create_asks_for()
    {
        var tree = BruteForceTree.OfSize(100);
        var asked = new List<Subtree>();

        InclusionProof.Create(
            77,
            100,
            subtree =>
            {
                asked.Add(subtree);
                return tree.HashOf(subtree);
            }
        );

        asked.ShouldBe(InclusionProof.SubtreesFor(77, 100));
    }

    [Fact]
    public void A_proof_is_not_valid_for_any_other_leaf_index_size_root_or_hash()
    {
        var tree = BruteForceTree.OfSize(40);
        for (var size = 1; size <= 40; size++)
        {
            for (var index = 0; index < size; index++)
            {
                var proof = InclusionProof.Create(index, size, tree.HashOf);
                var (leaf, root) = (tree.HashOf(new(0, index)), tree.Root(size));

                foreach (var (what, wrong) in Altered(proof))
                    wrong.Verify(leaf, root).ShouldBeFalse($"{what} of {proof}");
                proof.Verify(root, leaf).ShouldBe(size == 1);
                proof.Verify(MerkleHash.HashLeaf([9]), root).ShouldBeFalse();
                proof.Verify(leaf, MerkleHash.HashLeaf([9])).ShouldBeFalse();
            }
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(-1, 1)]
    public void A_leaf_that_the_tree_does_not_have_cannot_be_proved(long index, long size)
    {
        Should.Throw<ArgumentOutOfRangeException>(() => InclusionProof.Create(index, size, ReferenceTree.Tree.HashOf));
        new InclusionProof(index, size, []).Verify(MerkleHash.EmptyTree, MerkleHash.EmptyTree).ShouldBeFalse();
    }

    private static IEnumerable<(string What, InclusionProof Proof)> Altered(InclusionProof proof)
    {
        for (var index = -1; index <= proof.Size; index++)
        {
            if (index != proof.Index)
                yield return ($"index {index}", proof with { Index = index });
        }

        for (var place = 0; place < proof.Hashes.Count; place++)
        {
            var at = place;
            yield return (
                $"a changed hash {place}",
                proof with
                {
                    Hashes = [.. proof.Hashes.Select((hash, i) => i == at ? Changed(hash) : hash)],
                }
            );
            yield return ($"without hash {place}", proof with { Hashes = [.. proof.Hashes.Where((_, i) => i != at)] });
            yield return ($"hash {place} twice", proof with { Hashes = [.. proof.Hashes.Take(place + 1), .. proof.Hashes.Skip(place)] });
        }

        yield return ("one hash more", proof with { Hashes = [.. proof.Hashes, MerkleHash.EmptyTree] });
        yield return ("half the size", proof with { Size = proof.Size / 2 });
        yield return ("double the size", proof with { Size = proof.Size * 2 });
    }

    internal static MerkleHash Changed(MerkleHash hash)
    {
        var bytes = hash.ToArray();
        bytes[17] ^= 4;
        return new(bytes);
    }
}
