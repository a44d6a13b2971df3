namespace TransparencyLog.Tests;

public class TreeGrowthTests
{
    [Fact]
    public void Every_appended_leaf_can_be_proved_at_any_initial_and_final_size()
    {
        var tree = BruteForceTree.OfSize(70);
        for (var begun = 0; begun <= 40; begun++)
        {
            var growth = new TreeGrowth(new Frontier(begun, tree.HashOf));
            for (var size = begun + 1; size <= 70; size++)
            {
                growth.Append(MerkleHash.HashLeaf(BruteForceTree.Entry(size - 1)));
                for (var index = begun; index < size; index++)
                    growth.ProveInclusion(index).Hashes.ShouldBe(tree.Path(index, size), $"{index} of {size}, begun at {begun}");
                growth.Head.ShouldBe(new TreeHead(size, tree.Root(size)));
            }
        }
    }

    [Fact]
    public void The_initial_tree_is_not_modified_and_its_leaves_cannot_be_proved()
    {
        var frontier = new Frontier(5, BruteForceTree.OfSize(5).HashOf);
        var growth = new TreeGrowth(frontier);
        var completed = growth.Append(MerkleHash.HashLeaf(BruteForceTree.Entry(5)));

        completed.ShouldBe([BruteForceTree.OfSize(6).HashOf(new(0, 5)), BruteForceTree.OfSize(6).HashOf(new(1, 2))]);
        (frontier.Size, growth.After.Size).ShouldBe((5, 6));
        Should.Throw<ArgumentOutOfRangeException>(() => growth.ProveInclusion(4));
        Should.Throw<ArgumentOutOfRangeException>(() => growth.ProveInclusion(6));
    }
}
