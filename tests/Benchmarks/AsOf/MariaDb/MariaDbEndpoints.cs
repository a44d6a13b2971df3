using ArtsakhLedger.StateAsOf;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace Benchmarks.AsOf.MariaDb;

/// <summary>The product's question, answered from MariaDB.</summary>
public static class MariaDbEndpoints
{
    [WolverineGet("/yardstick/plain/{polity}/state")]
    public static Task<IResult> Plain(
        string polity,
        [FromQuery] string? on,
        [FromQuery(Name = "known-at")] string? knownAt,
        MariaDbAnswers answers,
        HttpContext context
    ) => AnswerAsync(StateQuestion.Parse(polity, on, knownAt, null, null), versioned: false, answers, context);

    [WolverineGet("/yardstick/versioned/{polity}/state")]
    public static Task<IResult> Versioned(
        string polity,
        [FromQuery] string? on,
        [FromQuery(Name = "known-at")] string? knownAt,
        MariaDbAnswers answers,
        HttpContext context
    ) => AnswerAsync(StateQuestion.Parse(polity, on, knownAt, null, null), versioned: true, answers, context);

    private static async Task<IResult> AnswerAsync(StateQuestion question, bool versioned, MariaDbAnswers answers, HttpContext context)
    {
        var sink = await answers.AnswerAsync(question, versioned, context.RequestAborted);
        context.Response.RegisterForDispose(sink);
        return new PlainAnswer(sink.Written);
    }
}
