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
    /// <summary>What held of every polity on a date: who had an embassy in a city, which polities a state recognised. In pages, or all at once with
    /// one polity per line (<c>application/x-ndjson</c>) or as a table (<c>text/csv</c>).</summary>
    /// <param name="on">A day such as <c>2006-06-01</c>, or a longer date without gaps (EDTF): <c>1997</c>, <c>2013-02/2013-04</c>.</param>
    /// <param name="kind">Only entries of this kind, such as <c>recognition-by</c>.</param>
    /// <param name="party">Only entries with this entity as their party.</param>
    /// <param name="knownAt">A position, the name of a batch (<c>artsakh/0001-article</c>), or an instant (RFC 3339); without it, the head of the ledger.</param>
    /// <param name="limit">How many polities a page has: 1 to 500, 100 by default.</param>
    /// <param name="cursor">Where the page begins: follow <c>next</c>.</param>
    [WolverineGet("/states", Name = "states")]
    [Tags("Polities")]
    [ProducesResponseType<Page<PolityState>>(200, Representation.Json, Representation.Lines, Representation.Csv)]
    public static async Task<IResult> Get(
        [FromQuery] string? on,
        [FromQuery] string? kind,
        [FromQuery] string? party,
        [FromQuery(Name = "known-at")] string? knownAt,
        [FromQuery] string? limit,
        [FromQuery] string? cursor,
        ILedger ledger,
        EntityReader entities,
        PolityReader polities,
        HttpContext context,
        CancellationToken cancellation
    )
    {
        var list = ListQuestion.Parse("/states", limit, cursor, ("on", on), ("kind", kind), ("party", party), ("known-at", knownAt));
        var known = await list.KnownAtAsync(ledger, knownAt, null, cancellation);
        var question = StatesQuestion.Parse(on, kind, party, (await entities.DirectoryAsync(known.Position, cancellation)).Register);
        var ids = (await ledger.PolitiesAsync(cancellation))
            .Where(polity => polity.Position <= known.Position)
            .Select(polity => polity.Polity)
            .ToList();
        var form = Representation.Of(context);
        var page = form == Representation.Json || list.IsPaged ? list.PageOf(ids, id => id, known.Position) : new(ids, null);
        if (page.Next is { } next)
        {
            context.Response.Headers.Link = $"<{next}>; rel=\"next\"";
        }

        var states = question.AnswerAsync(page.Items, known.Position, polities, cancellation);
        return form switch
        {
            Representation.Lines => StreamedBody.Lines(known, body => WriteLinesAsync(states, body, context, cancellation)),
            Representation.Csv => StreamedBody.Table(known, body => WriteTableAsync(states, body, cancellation)),
            _ => new Answer<Page<PolityState>>(new([.. await states.ToListAsync(cancellation)], page.Next), known),
        };
    }

    private static async Task WriteLinesAsync(
        IAsyncEnumerable<PolityState> states,
        Stream body,
        HttpContext context,
        CancellationToken cancellation
    )
    {
        await foreach (var state in states)
        {
            await JsonSerializer.SerializeAsync(body, state, Representation.JsonOf(context), cancellation);
            await body.WriteAsync("\n"u8.ToArray(), cancellation);
        }
    }

    private static async Task WriteTableAsync(IAsyncEnumerable<PolityState> states, Stream body, CancellationToken cancellation)
    {
        await body.WriteAsync(StateTable.Empty().ToUtf8(), cancellation);
        await foreach (var state in states)
        {
            await body.WriteAsync(StateTable.RowsOf(state.On, state.Polity, state.Existence, state.Entries).ToUtf8(), cancellation);
        }
    }
}
