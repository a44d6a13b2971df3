using System.Globalization;
using ArtsakhLedger.Asking;
using Microsoft.Net.Http.Headers;

namespace ArtsakhLedger.Http;

/// <summary>A list that is too long to be held whole, sent as it is read. It depends on the question and on the position that it is known at, and so does its ETag.</summary>
public sealed class StreamedBody : IResult
{
    private readonly KnownAt known;
    private readonly string contentType;
    private readonly string form;
    private readonly Func<Stream, Task> write;

    private StreamedBody(KnownAt known, string contentType, string form, Func<Stream, Task> write) =>
        (this.known, this.contentType, this.form, this.write) = (known, contentType, form, write);

    /// <summary>A list with one item a line (NDJSON).</summary>
    /// <param name="known">The state of knowledge.</param>
    /// <param name="write">Writes the lines.</param>
    public static StreamedBody Lines(KnownAt known, Func<Stream, Task> write) =>
        new(known, $"{Representation.Lines}; charset=utf-8", "lines", write);

    /// <summary>A list as a table (CSV).</summary>
    /// <param name="known">The state of knowledge.</param>
    /// <param name="write">Writes the columns, then the rows.</param>
    public static StreamedBody Table(KnownAt known, Func<Stream, Task> write) => new(known, CsvTable.ContentType, "table", write);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var headers = httpContext.Response.Headers;
        var tag = new EntityTagHeaderValue(
            string.Create(CultureInfo.InvariantCulture, $"\"{known.Position}.{RulesVersion.Current}-{form}\"")
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
