using System.Text.Json;
using ArtsakhLedger.Asking;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Http;
using ArtsakhLedger.StateAsOf;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace ArtsakhLedger.Answers;

public static class StatesEndpoint
{
    /// <summary>The states of all polities on a date: of each that existed or had an entry; asked for a kind or a party, of each that had such an entry. CSV
    /// and NDJSON are complete, and sent as they are found, unless <c>limit</c> or <c>cursor</c> asks for a page.</summary>
    /// <param name="on">A day such as <c>2006-06-01</c>, or a longer date without gaps (EDTF).</param>
    /// <param name="kind">Only entries of this kind, such as <c>president</c>.</param>
    /// <param name="party">Only entries of this entity, such as a state that recognised others.</param>
    /// <param name="knownAt">A position, the name of a batch, or an instant (RFC 3339); without it, the head of the ledger.</param>
    /// <param name="rules">The version of the rules that a pinned address names.</param>
    /// <param name="limit">How many polities a page has: 1 to 500, 100 by default.</param>
    /// <param name="cursor">Where the page begins: follow <c>next</c>.</param>
    [WolverineGet("/states", Name = "states")]
    [Tags("Polities")]
    [ProducesResponseType<Page<PolityState>>(200, Representation.Json, Representation.Csv, Representation.Lines)]
    public static async Task<IResult> Get(
        [FromQuery] string? on,
        [FromQuery] string? kind,
        [FromQuery] string? party,
        [FromQuery(Name = "known-at")] string? knownAt,
        [FromQuery] string? rules,
        [FromQuery] string? limit,
        [FromQuery] string? cursor,
        ILedger ledger,
        PolityReader polities,
        EntityReader entities,
        HttpContext context,
        CancellationToken cancellation
    )
    {
        var question = StatesQuestion.Parse(on, kind, party, knownAt, rules);
        var list = ListQuestion.Parse(
            StatesQuestion.Path,
            limit,
            cursor,
            [.. question.Parameters, ("known-at", knownAt), ("rules", rules)]
        );
        var at = await list.KnownAtAsync(ledger, knownAt, null, cancellation);
        var register = (await entities.DirectoryAsync(at.Position, cancellation)).Register;
        question.Require(register);
        var found = question.AnswerAsync(ledger, polities, register, at, list.AfterKey, cancellation);
        switch (Representation.Of(context))
        {
            case Representation.Lines when !list.IsPaged:
                return new StreamedLines(at, body => WriteLinesAsync(found, body, Representation.JsonOf(context), cancellation));
            case Representation.Csv when !list.IsPaged:
                return new StreamedLines(at, body => WriteTableAsync(found, question.On.Text, body, cancellation), CsvTable.ContentType);
            default:
                var page = list.PageStarting(
                    await found.Take(list.Limit + 1).ToListAsync(cancellation),
                    state => state.Polity.Id,
                    at.Position
                );
                return new ListAnswer<PolityState>(at)
                {
                    Items = _ => page,
                    IsPaged = true,
                    Table = states => StateTable.Of(question.On.Text, states),
                };
        }
    }

    private static async Task WriteLinesAsync(
        IAsyncEnumerable<PolityState> states,
        Stream body,
        JsonSerializerOptions options,
        CancellationToken cancellation
    )
    {
        await foreach (var state in states.WithCancellation(cancellation))
        {
            await JsonSerializer.SerializeAsync(body, state, options, cancellation);
            await body.WriteAsync("\n"u8.ToArray(), cancellation);
            await body.FlushAsync(cancellation);
        }
    }

    private static async Task WriteTableAsync(IAsyncEnumerable<PolityState> states, string on, Stream body, CancellationToken cancellation)
    {
        await body.WriteAsync(StateTable.Of(on, []).ToUtf8(), cancellation);
        await foreach (var state in states.WithCancellation(cancellation))
        {
            await body.WriteAsync(StateTable.RowsOf(on, state).ToUtf8(), cancellation);
            await body.FlushAsync(cancellation);
        }
    }
}
