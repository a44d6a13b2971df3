using ArtsakhLedger.Http;
using ArtsakhLedger.Pages;
using ArtsakhLedger.Pages.State;
using ArtsakhLedger.Relations;
using ArtsakhLedger.StateAsOf;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace ArtsakhLedger.Answers;

public static class RelationsEndpoint
{
    /// <summary>What held between a polity and another entity on a date, and whether either recognised the other. No source saying anything
    /// (<c>no-record</c>) and a source saying that there was no recognition (<c>attested-not</c>) are different answers.</summary>
    /// <param name="polity">The polity's id.</param>
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
        HtmlPages pages,
        HttpContext context,
        CancellationToken cancellation
    )
    {
        if (on is null && Representation.Of(context) == Representation.Html)
        {
            var (first, _) = await polities.AsKnownAsync(polity, knownAt, cancellation);
            return PageRedirect.To(RelationsQuestion.AddressOf(polity, entity, StateView.DefaultDate(first), knownAt));
        }

        var question = RelationsQuestion.Parse(polity, entity, on, knownAt, rules);
        var (known, at) = await polities.AsKnownAsync(polity, knownAt, cancellation);
        var answer = question.Answer(known, cancellation);
        return new Answer<RelationsAnswer>(answer, at, at.Batch is null ? null : answer.Self)
        {
            Page = () => pages.RelationsAsync(answer, on!, known, at, knownAt, cancellation),
        };
    }
}
