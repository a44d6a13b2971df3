using System.Collections.Concurrent;
using ArtsakhLedger.Asking;
using ArtsakhLedger.Database;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Telemetry;
using Microsoft.AspNetCore.Http.Features;

namespace ArtsakhLedger.Http;

/// <summary>An answer as it was sent, cached for the next client that asks the same.</summary>
/// <param name="Body">Its bytes, compressed where its headers say so.</param>
/// <param name="Headers">Its headers, without the ledger's head.</param>
/// <param name="Polity">The polity that it is about alone; null where anything that is recorded may touch it.</param>
/// <param name="Through">The position that was the head when it was given.</param>
/// <param name="Pinned">It can never change.</param>
public sealed record CachedAnswer(byte[] Body, KeyValuePair<string, string>[] Headers, string? Polity, long Through, bool Pinned);

/// <summary>Gives an answer again to who asks with the same words, as long as it is the answer: one that is pinned to the past for ever, one from
/// the head until an entry of the record may have touched it. An answer is kept from the second time on that it is asked for, one that took long from
/// the first; those not asked for again are let go first.</summary>
public sealed class AnswerCache(ILedger ledger, TimeProvider clock)
{
    /// <summary>An answer that took as long is kept at once.</summary>
    private static readonly TimeSpan Long = TimeSpan.FromMilliseconds(20);

    private static readonly string[] Answers = ["/polities/", "/facts", "/entities", "/episodes/", "/sources", "/batches"];

    /// <summary>The memory that answers may take, in bytes, for each of two generations.</summary>
    private const long Room = 20_000_000;

    /// <summary>The bytes of the longest answer that is kept; one that is longer would drive out all others.</summary>
    private const long LongestAnswer = Room / 10;
    private const int LongestAddress = 400;

    private readonly int[] askedOnce = new int[1 << 14];
    private volatile ConcurrentDictionary<string, CachedAnswer> recent = new();
    private volatile ConcurrentDictionary<string, CachedAnswer> before = new();
    private long size;

    /// <summary>How many answers are kept.</summary>
    public int Count => recent.Count;

    /// <summary>Answers if it can, otherwise leaves it to what comes next.</summary>
    public async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        if (KeyOf(context) is not { } key)
        {
            await next(context);
            return;
        }

        if (Find(key) is { } warm && !context.Request.Headers.ContainsKey("If-None-Match"))
        {
            if (warm.Pinned || await IsStillTheAnswerAsync(warm, context.RequestAborted))
            {
                LedgerTelemetry.Answered("warm");
                await WriteAsync(context.Response, warm, ledger.LastSeenHead);
                return;
            }
        }

        context.Features.Set(new Asked(clock.GetTimestamp()));
        await next(context);
    }

    /// <summary>Keeps an answer that has just been given, if giving it took long.</summary>
    public void KeepIfCostly(HttpContext context, ReadOnlyMemory<byte> body, KnownAt known)
    {
        // What is recorded into a batch later touches the answer as of that batch.
        if (
            known.Batch is null
            && context.Response.StatusCode == StatusCodes.Status200OK
            && body.Length <= LongestAnswer
            && context.Features.Get<Asked>() is { } asked
            && clock.GetElapsedTime(asked.At) >= Long
            && KeyOf(context) is { } key
        )
        {
            Add(key, context, body, context.Request.RouteValues.GetValueOrDefault("polity") as string, known);
        }
    }

    /// <summary>Keeps an answer that has just been given, if it was asked for before.</summary>
    public void Keep(HttpContext context, ReadOnlyMemory<byte> body, string polity, KnownAt known)
    {
        if (body.Length > LongestAnswer || KeyOf(context) is not { } key)
        {
            return;
        }

        var hash = key.GetHashCode(StringComparison.Ordinal);
        ref var asked = ref askedOnce[hash & (askedOnce.Length - 1)];
        if (asked != hash)
        {
            asked = hash;
            return;
        }

        Add(key, context, body, polity, known);
    }

    private void Add(string key, HttpContext context, ReadOnlyMemory<byte> body, string? polity, KnownAt known)
    {
        var headers = context
            .Response.Headers.Where(header => header.Key is not ("Ledger-Head" or "Date"))
            .Select(header => KeyValuePair.Create(header.Key, header.Value.ToString()))
            .ToArray();
        Add(key, new(body.ToArray(), headers, polity, known.Head.Position, known.Pinned));
    }

    private async Task<bool> IsStillTheAnswerAsync(CachedAnswer warm, CancellationToken cancellation)
    {
        try
        {
            var head = await ledger.HeadAsync(cancellation);
            return warm.Polity is null
                ? head.Position == warm.Through
                : !ledger.HasChangedSince(warm.Polity, warm.Through) && !ledger.HasNewDescriptionsSince(warm.Through);
        }
        catch (Exception refused) when (DatabaseErrors.IsUnavailable(refused))
        {
            return false; // what comes next tries again, and says so
        }
    }

    private static string? KeyOf(HttpContext context)
    {
        if (
            !HttpMethods.IsGet(context.Request.Method)
            || context.Features.Get<IHttpRequestFeature>()?.RawTarget is not { Length: > 0 and < LongestAddress } target
            || !Array.Exists(Answers, start => target.StartsWith(start, StringComparison.Ordinal))
        )
        {
            return null;
        }

        // Headers that change the answer are part of the key; a page contains the host that it was requested from.
        var headers = context.Request.Headers;
        return headers.Authorization.Count > 0 || headers.Origin.Count > 0 ? null
            : headers.AcceptEncoding.Count == 0 && headers.Accept.Count == 0 ? target
            : $"{target}\n{headers.Accept}\n{headers.AcceptEncoding}\n{context.Request.Scheme}\n{headers.Host}";
    }

    private CachedAnswer? Find(string key)
    {
        if (recent.TryGetValue(key, out var warm))
        {
            return warm;
        }

        if (before.TryGetValue(key, out warm))
        {
            Add(key, warm);
        }

        return warm;
    }

    private void Add(string key, CachedAnswer answer)
    {
        recent[key] = answer;
        if (
            Interlocked.Add(ref size, answer.Body.Length + (2L * (key.Length + answer.Headers.Sum(header => header.Value.Length))) + 700)
            > Room
        )
        {
            Interlocked.Exchange(ref size, 0);
            (before, recent) = (recent, new());
        }
    }

    /// <summary>When a question came in.</summary>
    private sealed record Asked(long At);

    private static Task WriteAsync(HttpResponse response, CachedAnswer warm, Head head)
    {
        foreach (var (name, value) in warm.Headers)
        {
            response.Headers[name] = value;
        }

        response.Headers["Ledger-Head"] = head.Position.ToString();
        response.ContentLength = warm.Body.Length;
        return response.Body.WriteAsync(warm.Body, response.HttpContext.RequestAborted).AsTask();
    }
}
