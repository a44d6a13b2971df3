using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using ArtsakhLedger.Access;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Http;
using ArtsakhLedger.Ledger;

namespace ArtsakhLedger.Recording;

/// <summary>The <c>Idempotency-Key</c> of a write request (draft-ietf-httpapi-idempotency-key-header-07): repeating the same request
/// appends nothing and gets the first answer; a different request under the same key is refused.</summary>
public sealed class Idempotency(LedgerReader ledger, Receipts receipts)
{
    public const string Header = "Idempotency-Key";

    private const int LongestKey = 255;

    private readonly ConcurrentDictionary<(string Author, string Key), byte> inFlight = new();

    /// <summary>The key of a request; null if it has none.</summary>
    public static RequestKey? KeyOf(HttpContext context) => context.Items[Header] as RequestKey;

    public async Task ApplyAsync(HttpContext context, RequestDelegate next)
    {
        if (
            !HttpMethods.IsPost(context.Request.Method)
            || !context.Request.Headers.TryGetValue(Header, out var header)
            || context.User.Identity is not { IsAuthenticated: true }
        )
        {
            await next(context);
            return;
        }

        var key = Parse(header.Count == 1 ? header.ToString() : "");
        var author = context.User.Author().Subject;
        if (!inFlight.TryAdd((author, key), 0))
        {
            throw InFlight();
        }

        try
        {
            var request = new RequestKey(key, await FingerprintAsync(context.Request));
            if (await ledger.RequestAsync(author, key, context.RequestAborted) is { } earlier)
            {
                await AnswerAgainAsync(context, request, earlier);
                return;
            }

            context.Items[Header] = request;
            await next(context);
        }
        finally
        {
            inFlight.TryRemove((author, key), out _);
        }
    }

    /// <summary>The problem of a request that another node is handling, or handled a moment ago.</summary>
    public static RequestProblem InFlight() =>
        new(
            StatusCodes.Status409Conflict,
            "request-in-flight",
            "A request with this Idempotency-Key is being answered.",
            "Wait for its answer, or send the same request again in a moment."
        );

    private async Task AnswerAgainAsync(HttpContext context, RequestKey request, EarlierRequest earlier)
    {
        if (!earlier.Fingerprint.AsSpan().SequenceEqual(request.Fingerprint))
        {
            throw new RequestProblem(
                StatusCodes.Status422UnprocessableEntity,
                "key-reused",
                "This Idempotency-Key was used for another request.",
                "A key belongs to one request: send a new key with a new request."
            );
        }

        var entries = await ledger.EntriesAsync(earlier.FirstPosition, earlier.Facts, context.RequestAborted);
        if (entries[0].Batch is { } batch)
        {
            var last = await receipts.ReadAsync(entries[^1].Position, earlier.LedgerSize, context.RequestAborted);
            await RecordedBatchAnswer.Of(batch, entries, last).ExecuteAsync(context);
            return;
        }

        var fact = (entries[0].Fact as AboutFact)?.Target ?? entries[0].Fact.Id;
        var about = await ledger.FactAsync(fact, entries[^1].Position, context.RequestAborted);
        var receipt = await receipts.ReadAsync(entries[0].Position, earlier.LedgerSize, context.RequestAborted);
        await RecordedAnswer.Of(new(entries, earlier.LedgerSize), about!, receipt).ExecuteAsync(context);
    }

    private static string Parse(string header)
    {
        var key = header.Trim();
        return
            key.Length is > 2 and <= LongestKey + 2
            && key[0] == '"'
            && key[^1] == '"'
            && key[1..^1].All(c => c is >= ' ' and <= '~' and not ('"' or '\\'))
            ? key[1..^1]
            : throw new RequestProblem(
                StatusCodes.Status400BadRequest,
                "invalid-key",
                "The Idempotency-Key cannot be used.",
                $"Send one quoted string of 1 to {LongestKey} printable ASCII characters, such as Idempotency-Key: \"8e03978e-40d5-43dd-bc93-6894a57f9324\".",
                Header
            );
    }

    private static async Task<byte[]> FingerprintAsync(HttpRequest request)
    {
        request.EnableBuffering();
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        digest.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n{request.Headers.IfMatch}\n"));
        var buffer = new byte[8192];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0)
        {
            digest.AppendData(buffer, 0, read);
        }

        request.Body.Position = 0;
        return digest.GetHashAndReset();
    }
}
