using ArtsakhLedger.Http;
using ArtsakhLedger.Pages;
using ArtsakhLedger.Pages.AsOf;
using ArtsakhLedger.Pages.Between;
using ArtsakhLedger.Sources;
using ArtsakhLedger.StateAsOf;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace ArtsakhLedger.Relations;

public static class RelationsEndpoint
{
    /// <summary>What held between a polity and another entity on a date, and whether either recognised the other. That no source says
    /// anything (<c>no-record</c>) and that one says that there was no recognition (<c>attested-not</c>) are two answers.</summary>
    /// <param name="polity">The polity's id, such as <c>artsakh</c>.</param>
    /// <param name="entity">The other entity's id, such as <c>ukraine</c>; GET /entities?q= finds it.</param>
    /// <param name="on">A day such as <c>2006-06-01</c>, or a longer date without gaps (EDTF): <c>1997</c>, <c>2013-02/2013-04</c>.</param>
    /// <param name="knownAt">A position, the name of a batch, or an instant (RFC 3339); without it, the head of the ledger.</param>
    /// <param name="rules">The version of the rules that a pinned address names.</param>
    [WolverineGet("/polities/{polity}/relations/{entity}", Name = "relations")]
    [Tags("Polities")]
    [ProducesResponseType<RelationsAnswer>(200, Representation.Json, Representation.Html)]
    public static async Task<IResult> Get(
        string polity,
        string entity,
        [FromQuery] string? on,
        [FromQuery(Name = "known-at")] string? knownAt,
        [FromQuery] string? rules,
        PolityReader polities,
        SourceReader sources,
        HttpContext context,
        CancellationToken cancellation)
    {
        if (Representation.Of(context) == Representation.Html)
        {
            return await LookAsync(polity, entity, on, knownAt, rules, polities, sources, context);
        }

        var (answer, known) = await RelationsQuestion.Parse(polity, entity, on, knownAt, rules).AnswerAsync(polities, cancellation);
        return JsonAnswer.Of(answer, known, contentLocation: known.Batch is null ? null : answer.Self);
    }

    /// <summary>The page; without a date the way to that of the day on which a person first looks at the polity.</summary>
    private static async Task<IResult> LookAsync(
        string polity, string entity, string? on, string? knownAt, string? rules, PolityReader polities, SourceReader sources, HttpContext context)
    {
        var question = on is null ? null : RelationsQuestion.Parse(polity, entity, on, knownAt, rules);
        var (known, at) = await polities.AsKnownAsync(polity, knownAt, context.RequestAborted);
        if (question is null)
        {
            context.Response.Headers.Vary = "Accept";
            return Results.Redirect(Address.Of($"/polities/{polity}/relations/{entity}", ("on", StateView.FirstLookAt(known)), ("known-at", knownAt)));
        }

        var view = RelationsView.Of(question, on!, known, at, (await sources.RegisterAsync(at.Position, context.RequestAborted)).Sources);
        return HtmlAnswer.Of<RelationsPage, RelationsView>(view, at) with { ContentLocation = at.Batch is null ? null : view.Answer.Self };
    }
}
