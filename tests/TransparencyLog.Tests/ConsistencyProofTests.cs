namespace TransparencyLog.Tests;

public class ConsistencyProofTests
{
    [Theory]
    [InlineData(3, "c d g l")]
    [InlineData(4, "l")]
    [InlineData(6, "i j k")]
    public void The_examples_of_RFC_9162_section_2_1_5_hold(int from, string expected)
    {
        var nodes = Rfc9162Example.Nodes();

        ConsistencyProof.Create(from, 7, ReferenceTree.Tree.HashOf).Hashes.ShouldBe(expected.Split(' ').Select(name => nodes[name]));
    }

    [Fact]
    public void The_proof_from_six_to_eight_reference_leaves_is_the_known_one() =>
        ConsistencyProof
            .Create(6, 8, ReferenceTree.Tree.HashOf)
            .Hashes.Select(hash => hash.ToString())
            .ShouldBe([
                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ]);

    [Fact]
    public void Every_proof_follows_the_definition_and_is_valid()
    {
        var tree = BruteForceTree.OfSize(130);
        for (var to = 1; to <= 130; to++)
        {
            for (var from = 1; from <= to; from++)
            {
                var proof = ConsistencyProof.Create(from, to, tree.HashOf);

                proof.Hashes.ShouldBe(tree.Proof(from, to));
                proof.Verify(tree.Root(from), tree.Root(to)).ShouldBeTrue($"{from} to {to}");
            }
        }
    }

    [Fact]
    public void Every_tree_is_consistent_with_the_empty_one()
    {
        var proof = ConsistencyProof.Create(0, 5, ReferenceTree.Tree.HashOf);

        proof.Hashes.ShouldBeEmpty();
        proof.Verify(MerkleHash.EmptyTree, ReferenceTree.Roots[5]).ShouldBeTrue();
        proof.Verify(ReferenceTree.Roots[5], ReferenceTree.Roots[5]).ShouldBeFalse();
        ConsistencyProof.Create(0, 0, ReferenceTree.Tree.HashOf).Verify(MerkleHash.EmptyTree, MerkleHash.EmptyTree).ShouldBeTrue();
        ConsistencyProof.Create(0, 0, ReferenceTree.Tree.HashOf).Verify(MerkleHash.EmptyTree, ReferenceTree.Roots[1]).ShouldBeFalse();
    }

    [Fact]
    public void A_proof_is_not_valid_for_any_other_root_size_or_hash()
    {
        var tree = BruteForceTree.OfSize(40);
        for (var to = 1; to <= 40; to++)
        {
            for (var from = 1; from <= to; from++)
            {
                var proof = ConsistencyProof.Create(from, to, tree.HashOf);
                var (earlier, later) = (tree.Root(from), tree.Root(to));

                foreach (var (what, wrong) in Altered(proof))
                    wrong.Verify(earlier, later).ShouldBeFalse($"{what} of {proof}");
                proof.Verify(later, earlier).ShouldBe(from == to);
                proof.Verify(InclusionProofTests.Changed(earlier), later).ShouldBeFalse();
                proof.Verify(earlier, InclusionProofTests.Changed(later)).ShouldBeFalse();
            }
        }
    }

    [Fact]
    public void A_tree_with_one_leaf_changed_is_not_consistent_with_the_earlier_one()
    {
        var honest = BruteForceTree.OfSize(20);
        for (var changed = 0; changed < 12; changed++)
        {
            var at = changed;
            var rewritten = new BruteForceTree([
                .. Enumerable.Range(0, 20).Select(index => BruteForceTree.Entry(index == at ? 99 : index)),
            ]);

            ConsistencyProof.Create(12, 20, rewritten.HashOf).Verify(honest.Root(12), rewritten.Root(20)).ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData(3, 2)]
    [InlineData(-1, 2)]
    public void Sizes_that_are_not_in_order_are_rejected(long from, long to)
    {
        Should.Throw<ArgumentOutOfRangeException>(() => ConsistencyProof.Create(from, to, ReferenceTree.Tree.HashOf));
        new ConsistencyProof(from, to, []).Verify(MerkleHash.EmptyTree, MerkleHash.EmptyTree).ShouldBeFalse();
    }

    private static IEnumerable<(string What, ConsistencyProof Proof)> Altered(ConsistencyProof proof)
    {
        for (var place = 0; place < proof.Hashes.Count; place++)
        {
            var at = place;
            yield return (
                $"a changed hash {place}",
                proof with
                {
                    Hashes = [.. proof.Hashes.Select((hash, i) => i == at ? InclusionProofTests.Changed(hash) : hash)],
                }
            );
            yield return ($"without hash {place}", proof with { Hashes = [.. proof.Hashes.Where((_, i) => i != at)] });
        }

        yield return ("one hash more", proof with { Hashes = [.. proof.Hashes, MerkleHash.EmptyTree] });
        yield return ("one hash before", proof with { Hashes = [MerkleHash.EmptyTree, .. proof.Hashes] });
        yield return ("no earlier tree", proof with { From = 0 });
        if (proof.From > 1 && proof.From < proof.To)
        {
            yield return ("one leaf fewer before", proof with { From = proof.From - 1 });
            yield return ("the same size", proof with { From = proof.To });
        }
    }
}
