using ArtsakhLedger.Http;
using ArtsakhLedger.Pages.State;
using ArtsakhLedger.StateAsOf;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace ArtsakhLedger.Answers;

public static class StateEndpoint
{
    /// <summary>The state of a polity on a date, as known at some time: what held, how surely, and why.</summary>
    /// <param name="polity">The polity's id, such as <c>artsakh</c>.</param>
    /// <param name="on">A day such as <c>2006-06-01</c>, or a longer date without gaps (EDTF): <c>1997</c>, <c>2013-02/2013-04</c>.</param>
    /// <param name="knownAt">A position, the name of a batch, or an instant (RFC 3339); without it, the head of the ledger.</param>
    /// <param name="kind">Only entries of this kind, such as <c>office</c>.</param>
    /// <param name="source">The id of a source: only what it tells counts, alone or with others that are named in the same way.</param>
    /// <param name="rules">The version of the rules that a pinned address names.</param>
    [WolverineGet("/polities/{polity}/state", Name = "state")]
    [Tags("Polities")]
    [ProducesResponseType<StateAnswer>(200, Representation.Json, Representation.Csv, Representation.Html)]
    public static async Task<IResult> Get(
        string polity,
        [FromQuery] string? on,
        [FromQuery(Name = "known-at")] string? knownAt,
        [FromQuery] string? kind,
        [FromQuery] string[]? source,
        [FromQuery] string? rules,
        StateAnswers answers,
        PolityReader polities,
        HttpContext context
    )
    {
        if (on is null && Representation.Of(context) == Representation.Html)
        {
            var (first, _) = await polities.AsKnownAsync(polity, knownAt, context.RequestAborted);
            return PageRedirect.To(StateQuestion.AddressOf(polity, StateView.DefaultDate(first), knownAt, kind, null, source));
        }

        return await answers.AnswerAsync(StateQuestion.Parse(polity, on, knownAt, kind, rules, source), context);
    }
}
