using ArtsakhLedger.Asking;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Http;
using ArtsakhLedger.Pages;
using ArtsakhLedger.Pages.Entities;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace ArtsakhLedger.Answers;

public static class EntitiesEndpoint
{
    private const int LongestQuery = 200;

    /// <summary>The entities that the ledger knows, by any of their names. Case, diacritics, punctuation and white space are ignored. Exact
    /// matches come first, then names that begin with the text, then names that contain it.</summary>
    /// <param name="q">A name, alias, spelling or id, or part of one; without it, every entity.</param>
    /// <param name="identifier">What an authority calls the entity, with the authority before it, such as <c>wikidata:Q148</c>; not together with <c>q</c>.</param>
    /// <param name="knownAt">A position, the name of a batch, or an instant (RFC 3339); without it, the head of the ledger.</param>
    /// <param name="limit">How many items a page has: 1 to 500, 100 by default.</param>
    /// <param name="cursor">Where the page begins: follow <c>next</c>.</param>
    [WolverineGet("/entities", Name = "entities")]
    [Tags("Entities")]
    [ProducesResponseType<Page<EntityListItem>>(200, Representation.Json, Representation.Html)]
    public static async Task<IResult> Get(
        [FromQuery] string? q,
        [FromQuery] string? identifier,
        [FromQuery(Name = "known-at")] string? knownAt,
        [FromQuery] string? limit,
        [FromQuery] string? cursor,
        ILedger ledger,
        EntityReader entities,
        CancellationToken cancellation
    )
    {
        var question = ListQuestion.Parse("/entities", limit, cursor, ("q", q), ("identifier", identifier), ("known-at", knownAt));
        if (q is not null && identifier is not null)
        {
            throw RequestProblem.BadParameter("identifier", "Look for a name or for an identifier. Leave out 'q' or 'identifier'.");
        }

        var key = q is null ? null : KeyOf(q);
        var identified = identifier is null ? null : IdentifierOf(identifier);
        var known = await question.KnownAtAsync(ledger, knownAt, null, cancellation);
        var directory = await entities.DirectoryAsync(known.Position, cancellation);
        var page = question.PageOf(
            identified is not null ? directory.Find(identified)
                : key is null ? directory.All
                : directory.Find(key),
            found => found.Entity.Entity,
            directory.Position
        );
        var listed = new Page<EntityListItem>([.. page.Items.Select(Listed)], page.Next);
        return new PageAnswer<EntityListItem>(listed, known)
        {
            Page = () => Task.FromResult<IHtmlPage>(new HtmlPage<EntitiesPage, EntitiesView>(new(listed, q ?? identifier, knownAt))),
        };
    }

    private static EntityListItem Listed(FoundEntity found) =>
        new(found.Entity.Entity, found.Entity.Names[0].Text, found.Entity.Kind, found.Matched, $"/entities/{found.Entity.Entity}")
        {
            Identifiers = found.Entity.Identifiers,
        };

    private static EntityIdentifier IdentifierOf(string identifier) =>
        identifier.Length <= LongestQuery && EntityIdentifier.Parse(identifier) is { } read
            ? read
            : throw RequestProblem.BadParameter(
                "identifier",
                $"An identifier is a scheme ({string.Join(", ", Enum.GetValues<IdentifierScheme>().Select(scheme => scheme.ToString().ToLowerInvariant()))}), a colon and what it calls the entity, such as wikidata:Q148 or iso3166:AM."
            );

    private static string KeyOf(string q)
    {
        if (q.Length > LongestQuery)
        {
            throw RequestProblem.BadParameter("q", $"A name to search for has at most {LongestQuery} characters; this one has {q.Length}.");
        }

        return NameKey.Of(q) is { Length: > 0 } key
            ? key
            : throw RequestProblem.BadParameter(
                "q",
                "There is no letter or digit to search for. Send a name or a part of one, or leave 'q' out for every entity."
            );
    }
}
