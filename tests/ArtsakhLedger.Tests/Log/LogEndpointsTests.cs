using ArtsakhLedger.Tests.Running;
using Shouldly;
using TransparencyLog;
using Xunit;

namespace ArtsakhLedger.Tests.Log;

[OnEveryPostgres]
public sealed class LogEndpointsTests(SharedLedger ledger) : IClassFixture<SharedLedger>
{
    private readonly LogClient log = new(ledger);

    [Fact]
    public async Task The_checkpoint_is_signed_by_the_key_that_the_log_names_and_counts_every_event()
    {
        var (checkpoint, key) = (await log.CheckpointAsync(), await log.KeyAsync());

        checkpoint.Origin.ShouldStartWith("ledger/");
        key.Name.ShouldBe(checkpoint.Origin);
        checkpoint.Head.Size.ShouldBeGreaterThan(60);
        checkpoint.Extensions.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_entries_hash_to_the_tiles_and_the_tiles_to_the_root()
    {
        var head = (await log.CheckpointAsync()).Head;
        var tree = new Frontier();
        var hashes = new List<MerkleHash>();
        for (var first = 0L; first < head.Size; first += Tile.FullWidth)
        {
            var tile = new Tile(null, first / Tile.FullWidth, (int)Math.Min(Tile.FullWidth, head.Size - first));
            foreach (var entry in EntryBundle.Decode(await log.TileAsync(tile)))
            {
                hashes.Add(MerkleHash.HashLeaf(entry));
                tree.Append(hashes[^1]);
            }
        }

        tree.Head.ShouldBe(head);
        foreach (var tile in Tile.ForTree(head.Size).Where(tile => tile.Level == 0))
        {
            MerkleHash.Split(await log.TileAsync(tile)).ShouldBe(hashes.Skip((int)tile.Index * 256).Take(tile.Width));
        }
    }

    [Fact]
    public async Task The_log_is_consistent_with_itself_at_any_two_sizes()
    {
        var head = (await log.CheckpointAsync()).Head;
        foreach (var (from, to) in new[] { (0L, head.Size), (1, 1), (1, 2), (17, 64), (33, head.Size), (head.Size, head.Size) })
        {
            var (proof, earlier, later) = await log.ConsistencyAsync(from, to);

            proof.Verify(earlier.Root, later.Root).ShouldBeTrue($"{from} to {to}");
            (earlier.Size, later.Size).ShouldBe((from, to));
            if (to == head.Size)
            {
                later.ShouldBe(head);
            }
        }
    }

    [Theory]
    [InlineData("/log/tile/0/x001/000", 404)]
    [InlineData("/log/tile/9/000.p/1", 404)]
    [InlineData("/log/tile/entries/x036/x028/x797/x018/x963/967.p/1", 404)]
    [InlineData("/log/tile/0/000.p/256", 404)]
    [InlineData("/log/tile/0/0", 404)]
    [InlineData("/log/tile/", 404)]
    [InlineData("/log/consistency", 400)]
    [InlineData("/log/consistency?from=2&to=1", 400)]
    [InlineData("/log/consistency?from=-1", 400)]
    [InlineData("/log/consistency?from=1&to=100000000", 400)]
    [InlineData("/log/checkpoint?size=1", 400)]
    public async Task What_the_log_does_not_have_is_a_problem_that_says_so(string address, int status)
    {
        var answer = await ledger.Host.Scenario(scenario =>
        {
            scenario.Get.Url(address);
            scenario.StatusCodeShouldBe(status);
        });

        answer.Context.Response.ContentType.ShouldStartWith("application/problem+json");
    }

    [Fact]
    public async Task A_tile_is_immutable_and_a_checkpoint_is_asked_for_again()
    {
        (await HeaderAsync("/log/tile/0/000.p/64", "Cache-Control")).ShouldContain("immutable");
        (await HeaderAsync("/log/checkpoint", "Cache-Control")).ShouldBe("no-cache");
        var tag = await HeaderAsync("/log/tile/entries/000.p/2", "ETag");
        await ledger.Host.Scenario(scenario =>
        {
            scenario.Get.Url("/log/tile/entries/000.p/2");
            scenario.WithRequestHeader("If-None-Match", tag);
            scenario.StatusCodeShouldBe(304);
        });
    }

    private async Task<string> HeaderAsync(string address, string header) =>
        (await ledger.Host.Scenario(scenario => scenario.Get.Url(address))).Context.Response.Headers[header].ToString();
}
