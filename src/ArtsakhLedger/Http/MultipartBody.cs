using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace ArtsakhLedger.Http;

/// <summary>A file in a form.</summary>
/// <param name="Name">Its name, as the browser gives it.</param>
/// <param name="Content">Its bytes.</param>
public sealed record SentFile(string Name, byte[] Content);

/// <summary>Reads the body of a form with a file (<c>multipart/form-data</c>).</summary>
public static class MultipartBody
{
    /// <summary>The media type.</summary>
    public const string MediaType = "multipart/form-data";

    private const int MostParts = 3000;
    private const int MostHeaders = 16;
    private const int HeaderBytes = 8 * 1024;
    private const int LongestBoundary = 200;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>Whether a request has such a form.</summary>
    public static bool IsIn(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase);

    /// <summary>The fields, and the file if one was chosen. Line breaks in fields are LF.</summary>
    /// <exception cref="RequestProblem">400 for a body that is no such form.</exception>
    public static async Task<(IReadOnlyList<(string Name, string Value)> Fields, SentFile? File)> ReadAsync(HttpRequest request)
    {
        FormBody.Mark(request.HttpContext);
        var boundary = HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(request.ContentType).Boundary).Value;
        if (boundary is not { Length: > 0 and <= LongestBoundary })
        {
            throw FormBody.Malformed("The form has no boundary between its parts.");
        }

        try
        {
            return await ReadAsync(
                new MultipartReader(boundary, request.Body) { HeadersCountLimit = MostHeaders, HeadersLengthLimit = HeaderBytes },
                request.HttpContext.RequestAborted
            );
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or DecoderFallbackException)
        {
            throw FormBody.Malformed("The form is cut off, or is not what it says it is.");
        }
    }

    private static async Task<(IReadOnlyList<(string, string)>, SentFile?)> ReadAsync(
        MultipartReader reader,
        CancellationToken cancellation
    )
    {
        var fields = new List<(string, string)>();
        SentFile? file = null;
        while (await reader.ReadNextSectionAsync(cancellation) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var part) || part.Name.Length == 0)
            {
                throw FormBody.Malformed("A part of the form has no name.");
            }

            if (fields.Count >= MostParts)
            {
                throw FormBody.Malformed($"The form has more than {MostParts} parts.");
            }

            using var content = new MemoryStream();
            await section.Body.CopyToAsync(content, cancellation);
            var fileName = part.FileNameStar.HasValue ? part.FileNameStar : HeaderUtilities.RemoveQuotes(part.FileName);
            if (!fileName.HasValue)
            {
                fields.Add(
                    (
                        HeaderUtilities.RemoveQuotes(part.Name).ToString(),
                        Strict.GetString(content.GetBuffer(), 0, (int)content.Length).Replace("\r\n", "\n", StringComparison.Ordinal)
                    )
                );
            }
            else if (content.Length > 0 || fileName.Length > 0)
            {
                file = file is null
                    ? new(fileName.ToString(), content.ToArray())
                    : throw FormBody.Malformed("The form has more than one file.");
            }
        }

        return (fields, file);
    }
}
