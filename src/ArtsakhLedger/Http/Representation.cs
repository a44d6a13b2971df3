using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.Formatters;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Wolverine.Http;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace ArtsakhLedger.Http;

/// <summary>Chooses the representation of an answer among those that the endpoint declares, by the request's <c>Accept</c> (RFC 9110,
/// section 12.5.1). The first one is the default; if none is acceptable, the answer is 406.</summary>
public static class Representation
{
    public const string Json = "application/json";
    public const string Csv = "text/csv";

    /// <summary>An HTML page.</summary>
    public const string Html = "text/html";

    /// <summary>One item per line (NDJSON).</summary>
    public const string Lines = "application/x-ndjson";

    /// <summary>A picture.</summary>
    public const string Svg = "image/svg+xml";

    private static readonly object Chosen = new();

    private static readonly ConditionalWeakTable<HttpChain, List<string>> Offered = [];

    /// <summary>The media type chosen for the response to a request.</summary>
    public static string Of(HttpContext context) => context.Items[Chosen] as string ?? Json;

    /// <summary>How the service writes JSON.</summary>
    public static JsonSerializerOptions JsonOf(HttpContext context) =>
        context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;

    /// <summary>Whether to show a problem as a page: to browsers, which prefer pages to everything else.</summary>
    public static bool PrefersPage(HttpRequest request) => Among(["application/problem+json", Html], request.Headers.Accept) == Html;

    public static Task Choose(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<HttpChain>() is { } endpoint && HttpMethods.IsGet(context.Request.Method))
        {
            var offered = Offered.GetValue(endpoint, OfferedBy);
            if (offered.Count > 0)
            {
                context.Items[Chosen] = Among(offered, context.Request.Headers.Accept) ?? throw NotAcceptable(offered);
            }
        }

        return next(context);
    }

    /// <summary>The first media type with the highest quality, as given by the most specific range; null if none is acceptable.</summary>
    private static string? Among(List<string> offered, StringValues accept)
    {
        if (StringValues.IsNullOrEmpty(accept) || !MediaTypeHeaderValue.TryParseList(accept, out var ranges) || ranges.Count == 0)
        {
            return offered[0];
        }

        var best = offered.Select(type => (Type: type, Quality: QualityOf(type, ranges))).MaxBy(choice => choice.Quality);
        return best.Quality > 0 ? best.Type : null;
    }

    private static double QualityOf(string type, IEnumerable<MediaTypeHeaderValue> ranges)
    {
        var offered = new MediaTypeHeaderValue(type);
        return ranges
            .Where(range => offered.IsSubsetOf(WithoutParameters(range)))
            .OrderBy(range =>
                range.MatchesAllTypes ? 2
                : range.MatchesAllSubTypes ? 1
                : 0
            )
            .Select(range => range.Quality ?? 1)
            .FirstOrDefault();
    }

    /// <summary>Answers are in UTF-8 whatever <c>charset</c> or other parameter a range names.</summary>
    private static MediaTypeHeaderValue WithoutParameters(MediaTypeHeaderValue range) => new(range.MediaType);

    private static List<string> OfferedBy(HttpChain endpoint)
    {
        var types = new MediaTypeCollection();
        foreach (
            var answer in endpoint
                .Method.Method.GetCustomAttributes(inherit: false)
                .OfType<ProducesResponseTypeAttribute>()
                .Where(answer => answer.StatusCode == StatusCodes.Status200OK)
        )
        {
            ((IApiResponseMetadataProvider)answer).SetContentTypes(types);
            if (types.Count == 0)
            {
                types.Add(Json);
            }
        }

        return [.. types];
    }

    private static RequestProblem NotAcceptable(IReadOnlyList<string> offered)
    {
        var problem = new RequestProblem(
            StatusCodes.Status406NotAcceptable,
            "not-acceptable",
            "This address does not answer in that format.",
            $"This address answers in {string.Join(", ", offered)}. Send one of them, or */*, as Accept.",
            "Accept"
        );
        problem.Members["offered"] = offered;
        return problem;
    }
}
