using ArtsakhLedger.Asking;
using ArtsakhLedger.Http;
using ArtsakhLedger.Pages;
using ArtsakhLedger.StateAsOf;
using ArtsakhLedger.Timeline;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace ArtsakhLedger.Answers;

[TakesForm]
public static class TimelineEndpoint
{
    /// <summary>Every fact about a polity whose days overlap a window, in the order of its days; without a window also the undated ones,
    /// last. In pages, or all at once as CSV (<c>text/csv</c>) or one item per line (<c>application/x-ndjson</c>). As a picture
    /// (<c>image/svg+xml</c>): what held and what happened, row by row.</summary>
    /// <param name="polity">The polity's id.</param>
    /// <param name="from">The first day of the window, or a longer date such as <c>2012</c>, whose first day counts.</param>
    /// <param name="to">The last day of the window, or a longer date, whose last day counts.</param>
    /// <param name="kind">Only facts of this kind of episode, such as <c>office</c>, or of this type, such as <c>visit-made</c>.</param>
    /// <param name="party">Only facts that name this entity, or whose unnamed party it could be.</param>
    /// <param name="knownAt">A position, the name of a batch, or an instant (RFC 3339); without it, the head of the ledger.</param>
    /// <param name="rules">The version of the rules that a pinned address names.</param>
    /// <param name="limit">How many items a page has: 1 to 500, 100 by default.</param>
    /// <param name="cursor">Where the page begins: follow <c>next</c>.</param>
    /// <param name="certainty">Picture: only episodes that certainly held on a day in view (<c>certain</c>), or on none (<c>possible</c>).</param>
    /// <param name="on">Picture: a date to mark in it.</param>
    /// <param name="rows">Picture: its first and last row, such as <c>1..60</c>, at most 500.</param>
    [WolverineGet("/polities/{polity}/timeline", Name = "timeline")]
    [Tags("Polities")]
    [ProducesResponseType<TimelineAnswer>(
        200,
        Representation.Json,
        Representation.Csv,
        Representation.Lines,
        Representation.Svg,
        Representation.Html
    )]
    public static async Task<IResult> Get(
        string polity,
        [FromQuery] string? from,
        [FromQuery] string? to,
        [FromQuery] string? kind,
        [FromQuery] string? party,
        [FromQuery(Name = "known-at")] string? knownAt,
        [FromQuery] string? rules,
        [FromQuery] string? limit,
        [FromQuery] string? cursor,
        [FromQuery] string? certainty,
        [FromQuery] string? on,
        [FromQuery] string? rows,
        ILedger ledger,
        PolityReader polities,
        HttpContext context,
        CancellationToken cancellation
    )
    {
        var form = Representation.Of(context);
        var question = TimelineQuestion.Parse(polity, from, to, kind, party, knownAt, rules);
        var list = ListQuestion.Parse(
            $"/polities/{polity}/timeline",
            limit,
            cursor,
            ("from", from),
            ("to", to),
            ("kind", kind),
            ("party", party),
            ("certainty", certainty),
            ("on", on),
            ("rows", rows),
            ("known-at", knownAt),
            ("rules", rules)
        );
        RefuseWhatItDoesNotShow(form, [("limit", limit), ("cursor", cursor)], [("certainty", certainty), ("on", on), ("rows", rows)]);
        var picture = TimelineChartQuestion.Parse(question, certainty, on, rows);
        var at = await list.KnownAtAsync(ledger, knownAt, polity, cancellation);
        var known = await polities.AsKnownAsync(polity, at, cancellation);
        if (form == Representation.Svg)
        {
            return TimelinePictureEndpoint.AnswerOf(picture, known, at, context);
        }

        var (timeline, facts) = (new PolityTimeline(known), question.FactsOf(known));
        return new ListAnswer<TimelineItem>(at)
        {
            Items = list.PagesOf(facts, recorded => recorded.Fact.Id, known.LastTouched.Position, timeline.ItemOf, cancellation),
            IsPaged = list.IsPaged,
            Envelope = page => question.AnswerOf(known, page, list.IsFirst),
            Table = TimelineTable.Of,
            Page = page => HtmlPages.Timeline(picture, known, at, question.AnswerOf(known, page, list.IsFirst), cancellation),
            ContentLocation =
                at.Batch is null ? null
                : form == Representation.Html ? picture.SelfOf(known)
                : question.SelfOf(known),
        };
    }

    private static void RefuseWhatItDoesNotShow(
        string form,
        (string Name, string? Value)[] ofLists,
        (string Name, string? Value)[] ofPictures
    )
    {
        var (unused, instead) =
            form == Representation.Html ? ([], "")
            : form == Representation.Svg ? (ofLists, "A picture is asked for by 'rows'")
            : (ofPictures, $"It is a parameter of the picture: ask for {Representation.Svg}");
        if (unused.FirstOrDefault(parameter => parameter.Value is not null) is { Name: { } name })
        {
            throw RequestProblem.BadParameter(name, $"'{name}' changes nothing in this representation. {instead}, or leave it out.");
        }
    }
}
