using System.Globalization;
using ArtsakhLedger.Asking;
using Microsoft.Net.Http.Headers;

namespace ArtsakhLedger.Http;

/// <summary>A list that is too long to be held whole, one item a line, or one row, as it is read. It depends on the question and on the position that it is known at, and so does its ETag.</summary>
/// <param name="known">The state of knowledge.</param>
/// <param name="write">Writes the lines.</param>
/// <param name="contentType">The media type, with its parameters.</param>
public sealed class StreamedLines(KnownAt known, Func<Stream, Task> write, string contentType = $"{Representation.Lines}; charset=utf-8")
    : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var headers = httpContext.Response.Headers;
        var tag = new EntityTagHeaderValue(
            string.Create(
                CultureInfo.InvariantCulture,
                $"\"{known.Position}.{RulesVersion.Current}-{(contentType == CsvTable.ContentType ? "rows" : "lines")}\""
            )
        );
        headers.ETag = tag.ToString();
        headers.CacheControl = known.Pinned ? TaggedBody.ForEver : TaggedBody.AskAgain;
        headers.Vary = "Accept, Accept-Encoding";
        headers["Ledger-Head"] = known.Head.Position.ToString(CultureInfo.InvariantCulture);
        if (EntityTags.IsKnown(httpContext.Request, tag))
        {
            httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        httpContext.Response.ContentType = contentType;
        await write(httpContext.Response.Body);
    }
}
