namespace TransparencyLog.Tests;

public class TileTests
{
    [Theory]
    [InlineData(0, 0L, 256, "0/000")]
    [InlineData(0, 1234067L, 256, "0/x001/x234/067")] // the example of C2SP tlog-tiles
    [InlineData(0, 1234067L, 8, "0/x001/x234/067.p/8")]
    [InlineData(63, 1000L, 255, "63/x001/000.p/255")]
    [InlineData(null, 5L, 1, "entries/005.p/1")]
    [InlineData(null, 999L, 256, "entries/999")]
    [InlineData(1, 36028797018963967L, 256, "1/x036/x028/x797/x018/x963/967")]
    public void A_tile_has_one_path(int? level, long index, int width, string path)
    {
        new Tile(level, index, width).Path.ShouldBe(path);
        Tile.TryParse(path, out var tile).ShouldBeTrue();
        tile.ShouldBe(new Tile(level, index, width));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("0/")]
    [InlineData("/000")]
    [InlineData("0/0")]
    [InlineData("0/0000")]
    [InlineData("0/x000/001")]
    [InlineData("0/001/001")]
    [InlineData("0/x001/x001")]
    [InlineData("0/x001/01")]
    [InlineData("0/X001/001")]
    [InlineData("00/000")]
    [InlineData("01/000")]
    [InlineData("64/000")]
    [InlineData("-1/000")]
    [InlineData("+1/000")]
    [InlineData("data/000")]
    [InlineData("0/000.p/0")]
    [InlineData("0/000.p/256")]
    [InlineData("0/000.p/01")]
    [InlineData("0/000.p/")]
    [InlineData("0/000.p/1/1")]
    [InlineData("0/000.p")]
    [InlineData("0/000 ")]
    [InlineData("0/٠٠٠")]
    [InlineData("0/x036/x028/x797/x018/x963/968")]
    [InlineData("0/x999/x999/x999/x999/x999/x999/999")]
    public void Any_other_spelling_is_rejected(string path) => Tile.TryParse(path, out _).ShouldBeFalse();

    [Fact]
    public void A_tree_of_70000_has_the_tiles_of_the_example_in_C2SP()
    {
        var tiles = Tile.ForTree(70_000).ToList();

        tiles.Count(tile => tile is { Level: 0, Width: 256 }).ShouldBe(273);
        tiles.Where(tile => tile is not { Level: 0, Width: 256 }).ShouldBe([new(0, 273, 112), new(1, 0, 256), new(1, 1, 17), new(2, 0, 1)]);
        Tile.ForTree(256).ShouldBe([new(0, 0, 256), new(1, 0, 1)]);
        Tile.ForTree(0).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(70_000)]
    [InlineData(65_536)]
    [InlineData(255)]
    [InlineData(1)]
    public void All_tiles_of_a_tree_are_within_it_and_not_within_a_smaller_tree(long size)
    {
        foreach (var tile in Tile.ForTree(size))
        {
            tile.IsWithin(size).ShouldBeTrue();
            tile.IsWithin(tile.Subtrees().Last().End - 1).ShouldBeFalse();
            (tile with { Width = tile.Width + 1 }).IsWithin(tile.Subtrees().Last().End).ShouldBeFalse();
        }

        new Tile(null, 0, 1).IsWithin(size).ShouldBeTrue();
        new Tile(null, (size - 1) / 256, (int)((size - 1) % 256) + 1).IsWithin(size).ShouldBeTrue();
        new Tile(null, (size - 1) / 256, (int)((size - 1) % 256) + 1).IsWithin(size - 1).ShouldBeFalse();
        new Tile(8, 0, 1).IsWithin(size).ShouldBeFalse();
        new Tile(63, 36028797018963967L, 256).IsWithin(long.MaxValue).ShouldBeFalse();
    }

    [Fact]
    public void The_hashes_of_a_level_are_the_roots_of_the_full_tiles_below()
    {
        var tree = BruteForceTree.OfSize(600);
        var hashes = new Tile(0, 1, 256).Subtrees().Select(tree.HashOf).ToList();
        var frontier = new Frontier();
        hashes.ForEach(frontier.Append);

        new Tile(1, 0, 2).Subtrees().Select(tree.HashOf).Last().ShouldBe(frontier.Root);
    }
}
