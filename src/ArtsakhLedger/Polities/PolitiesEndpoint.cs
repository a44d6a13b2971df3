using ArtsakhLedger.Entities;
using ArtsakhLedger.Http;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Pages;
using ArtsakhLedger.Pages.Finding;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace ArtsakhLedger.Polities;

/// <summary>A polity that the ledger has facts about.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="State">The address of its state; add <c>?on=</c> with a date.</param>
public sealed record PolityAnswer(string Id, string Name, string State);

/// <summary>A list, and the address of its next page.</summary>
public sealed record PolityList(IReadOnlyList<PolityAnswer> Items, string? Next = null);

public static class PolitiesEndpoint
{
    /// <summary>The polities that the ledger has facts about.</summary>
    [WolverineGet("/polities", Name = "polities")]
    [Tags("Polities")]
    [ProducesResponseType<PolityList>(200, Representation.Json, Representation.Html)]
    public static async Task<IResult> Get(LedgerReader ledger, HttpContext context, CancellationToken cancellation)
    {
        var known = await KnownAt.ResolveAsync(ledger, null, null, cancellation);
        var entities = new EntityRegister(await ledger.DescriptionsAsync(known.Position, cancellation));
        var polities = await ledger.PolitiesAsync(cancellation);
        var answer = new PolityList([.. polities.Select(polity => new PolityAnswer(polity.Polity, entities.Refer(polity.Polity).Name, $"/polities/{polity.Polity}/state"))]);
        return Representation.Of(context) == Representation.Html ? HtmlAnswer.Of<PolitiesPage, PolityList>(answer, known) : JsonAnswer.Of(answer, known);
    }
}
