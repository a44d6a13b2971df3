using System.Globalization;
using ArtsakhLedger.Batches;
using ArtsakhLedger.Http;
using ArtsakhLedger.Pages;
using ArtsakhLedger.Pages.AsOf;
using ArtsakhLedger.Sources;
using ArtsakhLedger.Telemetry;

namespace ArtsakhLedger.StateAsOf;

/// <summary>Answers questions for a state with a page.</summary>
public sealed class StatePages(PolityReader polities, NewestBatches batches, SourceReader sources, WarmAnswers warm)
{
    /// <summary>The page; without a date the way to that of the day on which a person first looks.</summary>
    /// <exception cref="RequestProblem">As for the same question of a program.</exception>
    public async Task<IResult> AnswerAsync(string polity, string? on, string? knownAt, string? kind, string? rules, HttpContext context)
    {
        if (on is null)
        {
            context.Response.Headers.Vary = "Accept";
            var (first, _) = await polities.AsKnownAsync(polity, knownAt, context.RequestAborted);
            return Results.Redirect(Address.Of($"/polities/{polity}/state", ("on", StateView.FirstLookAt(first)), ("known-at", knownAt), ("kind", kind)));
        }

        var question = StateQuestion.Parse(polity, on, knownAt, kind, rules);
        var (known, at) = await polities.AsKnownAsync(polity, knownAt, context.RequestAborted);
        LedgerTelemetry.Answered("facts");
        var (register, _) = await sources.RegisterAsync(at.Position, context.RequestAborted);
        var view = StateView.Of(question, on, known, at, await batches.OfAsync(polity, at.Head, context.RequestAborted), register);
        return HtmlAnswer.Of<StatePage, StateView>(view, at) with
        {
            ContentLocation = at.Batch is null ? null : question.Address(known.LastTouched.Position.ToString(CultureInfo.InvariantCulture)),
            WhenWritten = (to, body) => warm.Keep(to, body, polity, at with { Pinned = false }),
        };
    }
}
