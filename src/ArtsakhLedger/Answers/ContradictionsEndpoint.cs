using System.Globalization;
using ArtsakhLedger.Asking;
using ArtsakhLedger.Contradictions;
using ArtsakhLedger.Http;
using ArtsakhLedger.Pages;
using ArtsakhLedger.StateAsOf;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace ArtsakhLedger.Answers;

public static class ContradictionsEndpoint
{
    /// <summary>What sources say about a polity that cannot all be true, what editors set aside, and what rests on one source.</summary>
    /// <param name="polity">The polity's id.</param>
    /// <param name="knownAt">A position, the name of a batch, or an instant (RFC 3339); without it, the head of the ledger.</param>
    /// <param name="rules">The version of the rules that a pinned address names.</param>
    /// <param name="limit">How many items a page has: 1 to 500, 100 by default.</param>
    /// <param name="cursor">Where the page begins: follow <c>next</c>.</param>
    [WolverineGet("/polities/{polity}/contradictions", Name = "contradictions")]
    [Tags("Polities")]
    [ProducesResponseType<ContradictionsAnswer>(200, Representation.Json, Representation.Lines, Representation.Html)]
    public static async Task<IResult> Get(
        string polity,
        [FromQuery(Name = "known-at")] string? knownAt,
        [FromQuery] string? rules,
        [FromQuery] string? limit,
        [FromQuery] string? cursor,
        ILedger ledger,
        PolityReader polities,
        HtmlPages pages,
        CancellationToken cancellation
    )
    {
        RulesVersion.Require(rules, AddressOf(polity, knownAt, null));
        var list = ListQuestion.Parse($"/polities/{polity}/contradictions", limit, cursor, ("known-at", knownAt), ("rules", rules));
        var at = await list.KnownAtAsync(ledger, knownAt, polity, cancellation);
        var known = await polities.AsKnownAsync(polity, at, cancellation);
        return new ListAnswer<ContradictionAnswer>(at)
        {
            Items = list.PagesOf(
                new PolityContradictions(known).All(cancellation),
                KeyOf,
                known.LastTouched.Position,
                item => item,
                cancellation
            ),
            IsPaged = list.IsPaged,
            Envelope = page => AnswerOf(known, page, list.IsFirst),
            Page = page => pages.ContradictionsAsync(AnswerOf(known, page, list.IsFirst), known, at, knownAt, cancellation),
            ContentLocation = at.Batch is null ? null : SelfOf(known),
        };
    }

    /// <summary>The answer around a page.</summary>
    public static ContradictionsAnswer AnswerOf(PolityAsKnown known, Page<ContradictionAnswer> page, bool isFirst = true) =>
        new()
        {
            Polity = known.Polity,
            KnownAt = new(known.LastTouched.Position, known.LastTouched.RecordedAt, known.LastTouched.Batch),
            Items = page.Items,
            Next = page.Next,
            Self = isFirst ? SelfOf(known) : null,
        };

    private static string KeyOf(ContradictionAnswer item) =>
        $"{item.Type} {string.Join(' ', item.Episodes.Count == 0 ? item.Facts : item.Episodes)}"
        + (item.Type == ContradictionType.Impossible ? $" {item.Claims[0]}" : "");

    private static string SelfOf(PolityAsKnown known) =>
        AddressOf(known.Polity.Id, known.LastTouched.Position.ToString(CultureInfo.InvariantCulture), RulesVersion.Current);

    private static string AddressOf(string polity, string? knownAt, string? rules) =>
        Address.Of($"/polities/{polity}/contradictions", ("known-at", knownAt), ("rules", rules));
}
