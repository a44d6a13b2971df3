using System.Globalization;
using System.Text.Json;
using ArtsakhLedger.Tests.Running;
using Microsoft.AspNetCore.TestHost;
using Shouldly;
using TransparencyLog;

namespace ArtsakhLedger.Tests.Log;

/// <summary>Reads a log as a stranger does: over HTTP, with nothing but its verifier key.</summary>
public sealed class LogClient(IAskedLedger ledger)
{
    public async Task<VerifierKey> KeyAsync() => VerifierKey.Parse((await ledger.GetAsync("/log/vkey")).TrimEnd('\n'));

    public async Task<Checkpoint> CheckpointAsync() => Checkpoint.Open(await ledger.GetAsync("/log/checkpoint"), await KeyAsync());

    public async Task<byte[]> TileAsync(Tile tile)
    {
        using var client = ledger.Host.GetTestClient();
        using var answer = await client.GetAsync($"/log/tile/{tile.Path}");
        answer.EnsureSuccessStatusCode();
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/octet-stream");
        return await answer.Content.ReadAsByteArrayAsync();
    }

    public async Task<(ConsistencyProof Proof, TreeHead From, TreeHead To)> ConsistencyAsync(long from, long to)
    {
        var answer = JsonDocument
            .Parse(await ledger.GetAsync(string.Create(CultureInfo.InvariantCulture, $"/log/consistency?from={from}&to={to}")))
            .RootElement;
        var hashes = answer.GetProperty("proof").EnumerateArray().Select(hash => MerkleHash.FromBase64(hash.GetString()!));
        return (new(from, to, [.. hashes]), HeadOf(answer.GetProperty("from")), HeadOf(answer.GetProperty("to")));
    }

    private static TreeHead HeadOf(JsonElement tree) =>
        new(tree.GetProperty("size").GetInt64(), MerkleHash.FromBase64(tree.GetProperty("root").GetString()!));
}
