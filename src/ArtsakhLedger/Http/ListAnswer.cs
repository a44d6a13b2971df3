using System.Text.Json;
using ArtsakhLedger.Asking;

namespace ArtsakhLedger.Http;

/// <summary>A list as an answer: in JSON page by page, with the next page as a <c>Link</c> header too (RFC 8288); in CSV or NDJSON whole,
/// unless <c>limit</c> or <c>cursor</c> ask for a page; to look at page by page too.</summary>
/// <typeparam name="TItem">An item.</typeparam>
public sealed class ListAnswer<TItem>(KnownAt known) : IResult
{
    /// <summary>Gives a page of the items, or all of them.</summary>
    public required Func<bool, Page<TItem>> Items { get; init; }

    /// <summary>Whether <c>limit</c> or <c>cursor</c> were sent.</summary>
    public required bool IsPaged { get; init; }

    /// <summary>The JSON around a page; the page alone where nothing is said.</summary>
    public Func<Page<TItem>, object> Envelope { get; init; } = page => page;

    /// <summary>The items as a table, where the list is offered as CSV.</summary>
    public Func<IEnumerable<TItem>, CsvTable>? Table { get; init; }

    /// <summary>Makes the page for people; null where the address offers none.</summary>
    public Func<Page<TItem>, Task<IAnswerPage>>? Page { get; init; }

    /// <summary>The address of the same answer at its position, where a batch was named.</summary>
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
