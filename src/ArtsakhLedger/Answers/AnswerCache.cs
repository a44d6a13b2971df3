using System.Collections.Concurrent;
using ArtsakhLedger.Asking;
using ArtsakhLedger.Database;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Telemetry;
using Microsoft.AspNetCore.Http.Features;

namespace ArtsakhLedger.Answers;

/// <summary>An answer as it was sent, cached for clients that ask the same question.</summary>
/// <param name="Body">Its bytes, compressed if its headers say so.</param>
/// <param name="Headers">Its headers except the ledger's head.</param>
/// <param name="Polity">The polity that it is about.</param>
/// <param name="Through">The head of the ledger when the answer was given.</param>
/// <param name="Pinned">Whether it can never change.</param>
public sealed record CachedAnswer(byte[] Body, KeyValuePair<string, string>[] Headers, string Polity, long Through, bool Pinned);

/// <summary>Repeats an answer to a question in the same words for as long as it is valid: forever if it is pinned to the past, otherwise
/// until an entry may have changed it. An answer is cached from its second request on, and those not requested again are evicted
/// first.</summary>
public sealed class AnswerCache(ILedger ledger)
{
    /// <summary>The memory that answers may take in each of two generations, in bytes.</summary>
    private const long Room = 12_000_000;
    private const int LongestAddress = 400;

    private readonly int[] askedOnce = new int[1 << 14];
    private volatile ConcurrentDictionary<string, CachedAnswer> recent = new();
    private volatile ConcurrentDictionary<string, CachedAnswer> before = new();
    private long size;

    /// <summary>Answers from the cache if it can; otherwise calls the next middleware.</summary>
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

        await next(context);
    }

    /// <summary>Caches an answer that has just been given, if it was requested before.</summary>
    public void Keep(HttpContext context, ReadOnlyMemory<byte> body, string polity, KnownAt known)
    {
        if (KeyOf(context) is not { } key)
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
            await ledger.HeadAsync(cancellation);
            return !ledger.HasChangedSince(warm.Polity, warm.Through) && !ledger.HasNewDescriptionsSince(warm.Through);
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
            || !target.StartsWith("/polities/", StringComparison.Ordinal)
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
        if (Interlocked.Add(ref size, answer.Body.Length + (2L * key.Length) + 500) > Room)
        {
            Interlocked.Exchange(ref size, 0);
            (before, recent) = (recent, new());
        }
    }

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
