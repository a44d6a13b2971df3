using ArtsakhLedger.Http;
using Microsoft.AspNetCore.Mvc;
using TransparencyLog;
using Wolverine.Http;

namespace ArtsakhLedger.Log;

/// <summary>The transparency log in the formats of C2SP tlog-tiles and tlog-checkpoint, under the prefix <c>/log</c>.</summary>
public static class LogEndpoints
{
    private const string Sizes = "Sizes are whole numbers from 0 up to the log's size; from is not after to.";

    /// <summary>The signed checkpoint of the log at its current size (C2SP tlog-checkpoint).</summary>
    [WolverineGet("/log/checkpoint", Name = "log-checkpoint")]
    [Tags("Log")]
    [ProducesResponseType<string>(200, "text/plain")]
    public static async Task<IResult> GetCheckpoint(LogReader log, LogSigner signer, CancellationToken cancellation) =>
        LogFile.OfText(signer.Sign(await log.HeadAsync(await log.SizeAsync(cancellation), cancellation)).ToString());

    /// <summary>The key that verifies the log's checkpoints, as a vkey (C2SP signed-note).</summary>
    [WolverineGet("/log/vkey", Name = "log-vkey")]
    [Tags("Log")]
    [ProducesResponseType<string>(200, "text/plain")]
    public static IResult GetVerifierKey(LogSigner signer) => LogFile.OfText($"{signer.Verifier}\n");

    /// <summary>A tile: hashes under <c>{L}/{N}</c>, entries under <c>entries/{N}</c>. <c>{N}</c> is written as in <c>x001/x234/067</c>,
    /// with <c>.p/{W}</c> if the tile is partial (C2SP tlog-tiles).</summary>
    /// <param name="path">The path of the tile.</param>
    [WolverineGet("/log/tile/{*path}", Name = "log-tile")]
    [Tags("Log")]
    [ProducesResponseType<byte[]>(200, "application/octet-stream")]
    public static async Task<IResult> GetTile(string path, LogReader log, CancellationToken cancellation)
    {
        path = SlashesInPath.Decoded(path);
        if (!Tile.TryParse(path, out var tile))
        {
            throw RequestProblem.NotFound("tile", $"'{path}' is not the path of a tile, such as 0/000, 1/x001/234 or entries/005.p/17.");
        }

        var size = await log.SizeAsync(cancellation);
        return tile.IsWithin(size)
            ? LogFile.OfTile(await log.TileAsync(tile, cancellation))
            : throw RequestProblem.NotFound("tile", $"The log has {size} entries; the tile {path} is not completely within them.");
    }

    /// <summary>Proves that the log at one size begins with the log at a smaller size, unchanged (RFC 9162, section 2.1.4).</summary>
    /// <param name="from">The smaller size.</param>
    /// <param name="to">The larger size; without it, the current size.</param>
    [WolverineGet("/log/consistency", Name = "log-consistency")]
    [Tags("Log")]
    [ProducesResponseType<ConsistencyAnswer>(200)]
    public static async Task<IResult> GetConsistency(
        [FromQuery(Name = "from")] string? from,
        [FromQuery(Name = "to")] string? to,
        LogReader log,
        CancellationToken cancellation
    )
    {
        var size = await log.SizeAsync(cancellation);
        var last = to is null ? size : SizeOf("to", to, size);
        var first = from is null
            ? throw RequestProblem.BadParameter("from", $"Send the smaller size as from. {Sizes}")
            : SizeOf("from", from, last);
        var (earlier, later) = (await log.HeadAsync(first, cancellation), await log.HeadAsync(last, cancellation));
        var proof = await log.ConsistencyAsync(first, last, cancellation);
        return Results.Json(
            new ConsistencyAnswer(TreeAnswer.Of(earlier), TreeAnswer.Of(later), [.. proof.Hashes.Select(hash => hash.ToBase64())]),
            Vocabulary.FactJson.Options
        );
    }

    private static long SizeOf(string parameter, string text, long most) =>
        long.TryParse(text, System.Globalization.NumberStyles.None, null, out var size) && size <= most
            ? size
            : throw RequestProblem.BadParameter(parameter, $"'{text}' is not a size from 0 to {most}. {Sizes}");
}
