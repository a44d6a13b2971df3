using ArtsakhLedger.Http;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.StateAsOf;
using ArtsakhLedger.Timeline;

namespace ArtsakhLedger.Pages.LineOfTime;

/// <summary>The line of time as an image: the rows asked for, and the next ones as a <c>Link</c> header (RFC 8288).</summary>
public static class LineOfTimeImage
{
    public static IResult Of(LineOfTimeQuestion question, PolityAsKnown known, KnownAt at, HttpResponse response)
    {
        var answer = new Timeline.LineOfTime(known).Answer(question);
        if (answer.NextRow is { } next)
        {
            response.Headers.Link = $"<{question.FromRow(next).ImageAddressOf(question.Facts.KnownAt, null)}>; rel=\"next\"";
        }

        // Opened by itself it is a document of this origin: it may do nothing.
        response.Headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";
        response.Headers.XContentTypeOptions = "nosniff";
        return JsonAnswer.OfBody(LineOfTimePicture.Alone(answer), Representation.Svg, at, at.Batch is null ? null : question.ImageOf(known));
    }
}
