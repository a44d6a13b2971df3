using ArtsakhLedger.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace ArtsakhLedger.Access;

/// <summary>Limits the size of requests. An endpoint that accepts more says so with the framework's own
/// <c>[RequestSizeLimit]</c>.</summary>
public static class RequestLimits
{
    /// <summary>The maximum size of a body in bytes, unless the endpoint sets another.</summary>
    public const long BodyBytes = 1_000_000;

    /// <summary>The maximum length of an address with its query, as sent, in characters.</summary>
    public const int AddressLength = 8000;

    /// <summary>The maximum size of all headers together, in bytes.</summary>
    public const int HeaderBytes = 32_768;

    /// <summary>The server cuts off a much larger body; one that is only a little too large gets a proper answer.</summary>
    public static void Configure(KestrelServerLimits limits)
    {
        limits.MaxRequestLineSize = 4 * AddressLength;
        limits.MaxRequestHeadersTotalSize = 4 * HeaderBytes;
    }

    public static async Task Check(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        CheckAddress(request);
        CheckHeaders(request);
        var largest = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>() is { } own
            ? own.MaxRequestBodySize
            : BodyBytes;
        if (largest is not { } limit || context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false })
        {
            await next(context);
            return;
        }

        if (request.ContentLength > limit)
        {
            throw BodyTooLarge(limit);
        }

        await CountBodyAsync(context, next, limit);
    }

    /// <summary>Counts a body without a declared length as it is read.</summary>
    private static async Task CountBodyAsync(HttpContext context, RequestDelegate next, long limit)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server)
        {
            server.MaxRequestBodySize = null;
        }

        var body = new LimitedBodyStream(context.Request.Body, limit);
        context.Request.Body = body;
        try
        {
            await next(context);
        }
        catch (Exception) when (body.IsTooLarge && !context.Response.HasStarted)
        {
            throw BodyTooLarge(limit);
        }
        finally
        {
            context.Request.Body = body.Inner;
        }

        // The endpoint may already have answered that the body is malformed.
        if (body.IsTooLarge && !context.Response.HasStarted)
        {
            context.Response.Clear();
            throw BodyTooLarge(limit);
        }
    }

    private static void CheckAddress(HttpRequest request)
    {
        var length = request.PathBase.Value!.Length + request.Path.Value!.Length + request.QueryString.Value!.Length;
        if (length > AddressLength)
        {
            throw new RequestProblem(
                StatusCodes.Status414UriTooLong,
                "address-too-long",
                "The address is too long.",
                $"Path and query have {length} characters; {AddressLength} are allowed."
            );
        }
    }

    /// <exception cref="RequestProblem">431 if the headers are too large together.</exception>
    public static void CheckHeaders(HttpRequest request)
    {
        long bytes = 0;
        foreach (var (name, values) in request.Headers)
        {
            foreach (var value in values)
            {
                bytes += name.Length + (value?.Length ?? 0);
            }
        }

        if (bytes > HeaderBytes)
        {
            throw new RequestProblem(
                StatusCodes.Status431RequestHeaderFieldsTooLarge,
                "headers-too-large",
                "The headers are too large.",
                $"Together they have {bytes} bytes; {HeaderBytes} are allowed."
            );
        }
    }

    private static RequestProblem BodyTooLarge(long limit) =>
        new(
            StatusCodes.Status413PayloadTooLarge,
            "body-too-large",
            "The body is too large.",
            $"This address accepts at most {limit} bytes."
        );
}
