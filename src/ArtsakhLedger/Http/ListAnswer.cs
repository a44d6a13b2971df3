using System.Text.Json;
using ArtsakhLedger.Asking;

namespace ArtsakhLedger.Http;

/// <summary>A list as an answer. JSON and HTML are paged, with the next page also in a <c>Link</c> header (RFC 8288); CSV and NDJSON are
/// complete unless <c>limit</c> or <c>cursor</c> asks for a page.</summary>
/// <typeparam name="TItem">The type of the items.</typeparam>
public sealed class ListAnswer<TItem>(KnownAt known) : IResult
{
    /// <summary>Returns a page of the items, or all of them.</summary>
    public required Func<bool, Page<TItem>> Items { get; init; }

    /// <summary>Whether <c>limit</c> or <c>cursor</c> was sent.</summary>
    public required bool IsPaged { get; init; }

    /// <summary>Creates the JSON around a page; without it, the page itself is sent.</summary>
    public Func<Page<TItem>, object> Envelope { get; init; } = page => page;

    /// <summary>Creates a table of the items, if the list is offered as CSV.</summary>
    public Func<IEnumerable<TItem>, CsvTable>? Table { get; init; }

    /// <summary>Creates the HTML page; null if the address offers none.</summary>
    public Func<Page<TItem>, Task<IHtmlPage>>? Page { get; init; }

    /// <summary>The permanent address of the answer, if a batch was named.</summary>
    public string? ContentLocation { get; init; }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var form = Representation.Of(httpContext);
        var page = Items(form is not (Representation.Json or Representation.Html) && !IsPaged);
        if (page.Next is { } next)
        {
            httpContext.Response.Headers.Link = $"<{next}>; rel=\"next\"";
        }

        IResult answer = form switch
        {
            Representation.Csv => TaggedBody.Of(
                Table!(page.Items.CancelledBy(httpContext.RequestAborted)).ToUtf8(),
                CsvTable.ContentType,
                known,
                ContentLocation
            ),
            Representation.Lines => TaggedBody.Of(
                Lines(page.Items.CancelledBy(httpContext.RequestAborted), Representation.JsonOf(httpContext)),
                $"{Representation.Lines}; charset=utf-8",
                known,
                ContentLocation
            ),
            _ => new Answer<object>(Envelope(page), known, ContentLocation) { Page = Page is null ? null : () => Page(page) },
        };
        return answer.ExecuteAsync(httpContext);
    }

    private static byte[] Lines(IEnumerable<TItem> items, JsonSerializerOptions options)
    {
        using var lines = new MemoryStream();
        foreach (var item in items)
        {
            JsonSerializer.Serialize(lines, item, options);
            lines.WriteByte((byte)'\n');
        }

        return lines.ToArray();
    }
}
