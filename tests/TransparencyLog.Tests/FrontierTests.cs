namespace TransparencyLog.Tests;

public class FrontierTests
{
    [Fact]
    public void Appending_the_reference_leaves_gives_the_reference_roots()
    {
        var frontier = new Frontier();
        frontier.Root.ShouldBe(ReferenceTree.Roots[0]);
        for (var size = 1; size <= 8; size++)
        {
            frontier.Append(MerkleHash.HashLeaf(ReferenceTree.Entries[size - 1]));

            frontier.Head.ShouldBe(new TreeHead(size, ReferenceTree.Roots[size]));
        }
    }

    [Fact]
    public void A_frontier_can_be_restored_at_any_size()
    {
        var tree = BruteForceTree.OfSize(300);
        for (var size = 0; size < 300; size++)
        {
            var frontier = new Frontier(size, tree.HashOf);
            frontier.Root.ShouldBe(tree.Root(size));

            frontier.Append(MerkleHash.HashLeaf(BruteForceTree.Entry(size)));

            frontier.Root.ShouldBe(tree.Root(size + 1));
        }
    }

    [Fact]
    public void A_leaf_completes_the_subtrees_that_end_with_it()
    {
        var tree = BruteForceTree.OfSize(300);
        var frontier = new Frontier();
        Span<MerkleHash> completed = stackalloc MerkleHash[Frontier.MaxCompletedSubtrees];
        var seen = 0;
        for (var index = 0; index < 300; index++)
        {
            var count = frontier.Append(MerkleHash.HashLeaf(BruteForceTree.Entry(index)), completed);

            for (var level = 0; level < count; level++)
            {
                var subtree = new Subtree(level, ((index + 1) >> level) - 1);
                subtree.End.ShouldBe(index + 1);
                completed[level].ShouldBe(tree.HashOf(subtree));
            }

            seen += count;
        }

        seen.ShouldBe(Enumerable.Range(0, 9).Sum(level => 300 >> level));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(255, 8)]
    [InlineData(256, 1)]
    [InlineData(long.MaxValue, 63)]
    public void A_tree_consists_of_one_perfect_subtree_for_each_bit_of_its_size(long size, int count)
    {
        var subtrees = Frontier.SubtreesFor(size).ToList();

        subtrees.Count.ShouldBe(count);
        subtrees.Sum(subtree => 1L << subtree.Level).ShouldBe(size);
    }

    [Fact]
    public void A_frontier_has_only_the_hashes_on_the_right_edge()
    {
        var tree = BruteForceTree.OfSize(11);
        var frontier = new Frontier(11, tree.HashOf);

        var known =
            from level in Enumerable.Range(0, 5)
            from index in Enumerable.Range(0, 16)
            let subtree = new Subtree(level, index)
            where frontier.FindHash(subtree) is not null
            select subtree;

        known.ShouldBe([new(0, 10), new(1, 4), new(3, 0)]);
        frontier.FindHash(new(3, 0)).ShouldBe(tree.HashOf(new(3, 0)));
    }

    [Fact]
    public void A_clone_is_independent()
    {
        var frontier = new Frontier(5, BruteForceTree.OfSize(5).HashOf);
        var copy = frontier.Clone();

        copy.Append(MerkleHash.EmptyTree);

        (frontier.Size, copy.Size).ShouldBe((5, 6));
        frontier.Root.ShouldBe(BruteForceTree.OfSize(5).Root(5));
    }

    [Fact]
    public void A_negative_size_is_rejected() => Should.Throw<ArgumentOutOfRangeException>(() => Frontier.SubtreesFor(-1));
}
