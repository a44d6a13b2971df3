using ArtsakhLedger.Asking;
using ArtsakhLedger.Http;
using ArtsakhLedger.Pages.Timeline;
using ArtsakhLedger.StateAsOf;
using ArtsakhLedger.Timeline;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace ArtsakhLedger.Answers;

public static class TimelinePictureEndpoint
{
    /// <summary>The timeline of a polity as a picture: one row per episode, solid on the days on which it certainly held, hatched on those
    /// on which it possibly did. The next rows are in the <c>Link</c> header.</summary>
    /// <param name="polity">The polity's id.</param>
    /// <param name="from">The first day in view, or a longer date such as <c>2012</c>, whose first day counts.</param>
    /// <param name="to">The last day in view, or a longer date, whose last day counts.</param>
    /// <param name="kind">Only episodes of this kind, such as <c>office</c>, or facts of this type, such as <c>visit-made</c>.</param>
    /// <param name="party">Only episodes with facts that name this entity, or whose unnamed party it could be.</param>
    /// <param name="certainty">Only episodes that certainly held on a day in view (<c>certain</c>), or on none (<c>possible</c>).</param>
    /// <param name="on">A date to mark.</param>
    /// <param name="rows">The first and the last row, such as <c>1..60</c>, at most 500.</param>
    /// <param name="knownAt">A position, the name of a batch, or an instant (RFC 3339); without it, the head of the ledger.</param>
    /// <param name="rules">The version of the rules that a pinned address names.</param>
    [WolverineGet("/polities/{polity}/timeline.svg", Name = "timeline-picture")]
    [Tags("Polities")]
    [ProducesResponseType<byte[]>(200, Representation.Svg)]
    public static async Task<IResult> Get(
        string polity,
        [FromQuery] string? from,
        [FromQuery] string? to,
        [FromQuery] string? kind,
        [FromQuery] string? party,
        [FromQuery] string? certainty,
        [FromQuery] string? on,
        [FromQuery] string? rows,
        [FromQuery(Name = "known-at")] string? knownAt,
        [FromQuery] string? rules,
        PolityReader polities,
        HttpContext context
    )
    {
        var question = TimelineChartQuestion.Parse(
            TimelineQuestion.Parse(polity, from, to, kind, party, knownAt, rules),
            certainty,
            on,
            rows
        );
        var (known, at) = await polities.AsKnownAsync(polity, knownAt, context.RequestAborted);
        return AnswerOf(question, known, at, context);
    }

    /// <summary>The rows that are asked for, to be drawn, and the next ones as a <c>Link</c> header (RFC 8288).</summary>
    internal static IResult AnswerOf(TimelineChartQuestion question, PolityAsKnown known, KnownAt at, HttpContext context)
    {
        var answer = new TimelineChart(known).Answer(question, context.RequestAborted);
        if (answer.NextRow is { } next)
        {
            context.Response.Headers.Link = $"<{question.FromRow(next).ImageAddressOf(question.Facts.KnownAt, null)}>; rel=\"next\"";
        }

        // Opened by itself the picture is a document of this origin: it may do nothing.
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        var picture = TimelinePicture.Alone(answer, known.Entities);
        return TaggedBody.Of(picture, Representation.Svg, at, at.Batch is null ? null : question.ImageOf(known));
    }
}
