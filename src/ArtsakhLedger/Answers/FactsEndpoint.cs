using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ArtsakhLedger.Asking;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Http;
using ArtsakhLedger.Vocabulary;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace ArtsakhLedger.Answers;

public static class FactsEndpoint
{
    /// <summary>The facts of the record, including descriptions and corrections, in the order in which they were recorded and with their
    /// current content; retracted facts are left out. In pages, or all at once with one fact per line
    /// (<c>application/x-ndjson</c>).</summary>
    /// <param name="polity">Only facts about this polity.</param>
    /// <param name="kind">Only facts that open, attest or close an episode of this kind, such as <c>office</c>.</param>
    /// <param name="type">Only facts of this type, such as <c>visit-made</c>.</param>
    /// <param name="party">Only facts that name this entity, or whose unnamed party it could be.</param>
    /// <param name="source">Only facts that cite this source.</param>
    /// <param name="author">Only facts that this subject recorded.</param>
    /// <param name="batch">Only facts of this batch; with a polity, the short name is enough.</param>
    /// <param name="from">The first day of a window that the fact's days overlap.</param>
    /// <param name="to">The last day of that window.</param>
    /// <param name="knownAt">A position, the name of a batch, or an instant (RFC 3339); without it, the head of the ledger.</param>
    /// <param name="limit">How many items a page has: 1 to 500, 100 by default.</param>
    /// <param name="cursor">Where the page begins: follow <c>next</c>.</param>
    [WolverineGet("/facts", Name = "facts")]
    [Tags("Facts")]
    [ProducesResponseType<Page<DescribedFact>>(200, Representation.Json, Representation.Lines)]
    public static async Task<IResult> Get(
        [FromQuery] string? polity,
        [FromQuery] string? kind,
        [FromQuery] string? type,
        [FromQuery] string? party,
        [FromQuery] string? source,
        [FromQuery] string? author,
        [FromQuery] string? batch,
        [FromQuery] string? from,
        [FromQuery] string? to,
        [FromQuery(Name = "known-at")] string? knownAt,
        [FromQuery] string? limit,
        [FromQuery] string? cursor,
        ILedger ledger,
        EntityReader entities,
        HttpContext context,
        CancellationToken cancellation
    )
    {
        var list = ListQuestion.Parse(
            "/facts",
            limit,
            cursor,
            ("polity", polity),
            ("kind", kind),
            ("type", type),
            ("party", party),
            ("source", source),
            ("author", author),
            ("batch", batch),
            ("from", from),
            ("to", to),
            ("known-at", knownAt)
        );
        var filter = FilterOf(polity, kind, type, party, source, author, batch, from, to);
        var known = await list.KnownAtAsync(ledger, knownAt, polity, cancellation);
        await RequireKnownAsync(filter, known, ledger, entities, cancellation);
        var after = list.AfterKey is { } key ? long.Parse(key, CultureInfo.InvariantCulture) : 0;
        var whole = Representation.Of(context) == Representation.Lines && !list.IsPaged;
        var found = new FactSearch(ledger, entities).FindAsync(
            filter,
            after,
            known.Position,
            whole ? FactSearch.AtATime : list.Limit + 1,
            cancellation
        );
        if (whole)
        {
            return new StreamedLines(known, body => WriteLinesAsync(found, body, cancellation));
        }

        var page = list.PageStarting(
            await found.Take(list.Limit + 1).ToListAsync(cancellation),
            fact => fact.Position.ToString(CultureInfo.InvariantCulture),
            known.Position
        );
        return new ListAnswer<JsonObject>(known)
        {
            Items = _ => new([.. page.Items.Select(fact => fact.Answer())], page.Next),
            IsPaged = true,
        };
    }

    /// <summary>Parses the filters.</summary>
    /// <exception cref="RequestProblem">400 for a value that cannot be used.</exception>
    public static FactFilter FilterOf(
        string? polity,
        string? kind,
        string? type,
        string? party,
        string? source,
        string? author,
        string? batch,
        string? from,
        string? to
    ) =>
        new FactFilter
        {
            Polity = polity,
            Kind = kind,
            Type = type,
            Party = party,
            Source = source,
            Author = author,
            Batch = batch is null || polity is null || batch.Contains('/', StringComparison.Ordinal) ? batch : $"{polity}/{batch}",
            Days = DayWindow.Parse(from, to),
        }.Checked();

    /// <summary>Rejects a filter by something that the ledger does not know: it would find nothing, as if nothing had happened.</summary>
    /// <exception cref="RequestProblem">400 for a kind, entity, source, batch or polity that the ledger does not know.</exception>
    public static async Task RequireKnownAsync(
        FactFilter filter,
        KnownAt known,
        ILedger ledger,
        EntityReader entities,
        CancellationToken cancellation
    )
    {
        var register = (await entities.DirectoryAsync(known.Position, cancellation)).Register;
        if (filter.Kind is { } kind)
        {
            FactFilter.RequireKind(kind, register);
        }

        if (filter.Party is { } party && register.Find(party) is null)
        {
            throw RequestProblem.BadParameter("party", $"The ledger has no entity '{party}'. GET /entities?q= finds one by its names.");
        }

        if (filter.Polity is { } polity && (await ledger.FactsOfAsync(polity, known.Position, cancellation)).Count == 0)
        {
            throw RequestProblem.BadParameter(
                "polity",
                $"The ledger has no facts about a polity '{polity}'. GET /polities lists those it has."
            );
        }

        if (
            filter.Source is { } source
            && !register.Descriptions.InForce.Any(entry => entry.Fact is Sources.SourceArchived archived && archived.Source == source)
        )
        {
            throw RequestProblem.BadParameter("source", $"The ledger has no source '{source}'.");
        }

        if (filter.Batch is { } batch && await ledger.LastOfBatchAsync(batch, cancellation) is null)
        {
            throw RequestProblem.BadParameter(
                "batch",
                $"There is no batch '{batch}'. GET /batches lists them; a batch is named {{polity}}/{{name}}."
            );
        }
    }

    private static async Task WriteLinesAsync(IAsyncEnumerable<FoundFact> found, Stream body, CancellationToken cancellation)
    {
        await foreach (var fact in found)
        {
            await JsonSerializer.SerializeAsync(body, fact.Answer(), FactJson.Options, cancellation);
            await body.WriteAsync("\n"u8.ToArray(), cancellation);
        }
    }
}
