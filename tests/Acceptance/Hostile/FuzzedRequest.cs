using System.Net.Http.Headers;
using System.Text;

namespace ArtsakhLedger.Tests.Hostile;

/// <summary>A request as somebody might send it who means harm, or knows no better.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Path">The path as it is sent, percent-encoded or not as it should be.</param>
/// <param name="Query">Parameters as they are sent.</param>
/// <param name="Headers">Headers, the token among them.</param>
/// <param name="Body">The body; null for none.</param>
internal sealed record FuzzedRequest(
    string Method,
    string Path,
    IReadOnlyList<(string Name, string Value)> Query,
    IReadOnlyList<(string Name, string Value)> Headers,
    byte[]? Body
)
{
    private const int ShownOfBody = 600;

    /// <summary>It asks what it would change, and nothing else may be done.</summary>
    public bool IsDryRun => Query.Contains(("dry-run", "true"));

    /// <summary>It asks for a page, so that what is wrong is said in one.</summary>
    public bool AsksForPage => Headers.Contains(("Accept", "text/html"));

    /// <summary>The same with one thing less: whatever still fails is what matters.</summary>
    public IEnumerable<FuzzedRequest> Simpler()
    {
        for (var i = 0; i < Query.Count; i++)
        {
            yield return this with
            {
                Query = [.. Query.Take(i), .. Query.Skip(i + 1)],
            };
        }

        for (var i = 0; i < Headers.Count; i++)
        {
            yield return this with
            {
                Headers = [.. Headers.Take(i), .. Headers.Skip(i + 1)],
            };
        }

        if (Body is { Length: > 0 })
        {
            yield return this with
            {
                Body = [],
            };
            yield return this with
            {
                Body = Body[..(Body.Length / 2)],
            };
        }
    }

    public HttpRequestMessage ToMessage(Uri service)
    {
        var query = string.Join('&', Query.Select(parameter => $"{parameter.Name}={parameter.Value}"));
        var address = new Uri(
            $"{service.GetLeftPart(UriPartial.Authority)}{Path}{(query.Length > 0 ? "?" : "")}{query}",
            new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }
        );
        var message = new HttpRequestMessage(new(Method), address) { Content = Body is null ? null : new ByteArrayContent(Body) };
        foreach (var (name, value) in Headers)
        {
            HttpHeaders headers = name == "Content-Type" && message.Content is { } content ? content.Headers : message.Headers;
            headers.TryAddWithoutValidation(name, value);
        }

        return message;
    }

    public override string ToString()
    {
        var query = string.Join('&', Query.Select(parameter => $"{parameter.Name}={parameter.Value}"));
        var body = Body is null ? "" : Encoding.UTF8.GetString(Body, 0, Math.Min(Body.Length, ShownOfBody));
        return $"{Method} {Path}?{query}\n{string.Join('\n', Headers.Select(header => $"{header.Name}: {header.Value}"))}\n\n{body} ({Body?.Length ?? 0} bytes)";
    }
}
