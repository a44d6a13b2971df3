using ArtsakhLedger.Asking;
using ArtsakhLedger.Http;
using ArtsakhLedger.PackedHistories;
using ArtsakhLedger.Pages;
using ArtsakhLedger.StateAsOf;
using ArtsakhLedger.Telemetry;

namespace ArtsakhLedger.Answers;

/// <summary>Answers questions about a state: from the polity's packed history if there is one, otherwise from its facts, with the same
/// bytes. HTML pages show more, and are always made from facts.</summary>
public sealed class StateAnswers(ILedger ledger, PolityReader polities, Histories histories, AnswerCache warm, HtmlPages pages)
{
    /// <exception cref="RequestProblem">404 for a polity that the ledger does not know, or a position beyond the head.</exception>
    public async Task<IResult> AnswerAsync(StateQuestion question, HttpContext context)
    {
        if (Representation.Of(context) == Representation.Html)
        {
            return await HtmlAnswerAsync(question, context);
        }

        var asTable = Representation.Of(context) == Representation.Csv;
        if (!asTable && PolityHistory.CanAnswer(question))
        {
            var known = await KnownAt.ResolveAsync(ledger, question.KnownAt, question.Polity, context.RequestAborted);
            if (
                await histories.FindAsync(question.Polity, known.Position, context.RequestAborted) is { } history
                && history.HeadAt(known.Position) is { } head
            )
            {
                LedgerTelemetry.Answered("packed");
                return TaggedBody.Of(
                    TagOf(head.Touched, head.RecordedAt),
                    () => Serialize(history, question, head, context),
                    known,
                    LocationOf(question, known, head.Touched),
                    known.Pinned || question.KnownAt is null ? (to, body) => warm.Keep(to, body, question.Polity, known) : null
                );
            }
        }

        LedgerTelemetry.Answered("facts");
        var (state, at) = await question.AnswerAsync(polities, context.RequestAborted);
        if (asTable)
        {
            return TaggedBody.Of(StateTable.Of(state).ToUtf8(), CsvTable.ContentType, at, LocationOf(question, at, state.KnownAt.Position));
        }

        return TaggedBody.Of(
            TagOf(state.KnownAt.Position, state.KnownAt.RecordedAt),
            () => System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(state, Vocabulary.FactJson.Options),
            at,
            LocationOf(question, at, state.KnownAt.Position),
            null
        );
    }

    private async Task<IResult> HtmlAnswerAsync(StateQuestion question, HttpContext context)
    {
        var (known, at) = await polities.AsKnownAsync(question.Polity, question.KnownAt, question.Sources, context.RequestAborted);
        LedgerTelemetry.Answered("facts");
        return new Answer<StateQuestion>(question, at, LocationOf(question, at, known.LastTouched.Position))
        {
            Page = () => pages.StateAsync(question, context.Request.Query["on"]!, known, at, context.RequestAborted),
            PageSent = (to, body) => warm.Keep(to, body, question.Polity, at with { Pinned = false }),
        };
    }

    private static ReadOnlyMemory<byte> Serialize(PolityHistory history, StateQuestion question, PackedHead head, HttpContext context)
    {
        var buffer = new JsonBuffer();
        context.Response.RegisterForDispose(buffer);
        history.Write(buffer, question, head);
        return buffer.Written;
    }

    /// <summary>Identifies an answer to the question in the address: it depends only on the last entry that affected the polity, and the rules.</summary>
    private static string TagOf(long position, DateTimeOffset recordedAt) => $"{position}.{recordedAt.UtcTicks:x}.{RulesVersion.Current}";

    private static string? LocationOf(StateQuestion question, KnownAt known, long position) =>
        known.Batch is null ? null : question.Address(position.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
