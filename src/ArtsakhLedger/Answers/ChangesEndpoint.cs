using System.Globalization;
using ArtsakhLedger.Asking;
using ArtsakhLedger.Changes;
using ArtsakhLedger.Http;
using ArtsakhLedger.Pages;
using ArtsakhLedger.StateAsOf;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace ArtsakhLedger.Answers;

public static class ChangesEndpoint
{
    /// <summary>What began, ended, was suspended or otherwise changed between two dates (<c>from</c>, <c>to</c>); or what a date's answer gained or lost between
    /// two states of knowledge (<c>on</c>, <c>known-from</c>, <c>known-to</c>). Each with the facts behind it.</summary>
    /// <param name="polity">The polity's id, such as <c>artsakh</c>.</param>
    /// <param name="from">Changes count after this day, or after the last day of a longer date; without it from the beginning.</param>
    /// <param name="to">The last day of which changes count, or the last day of a longer date; without it to the end.</param>
    /// <param name="on">The date whose answers are compared: a day, or a longer date without gaps (EDTF).</param>
    /// <param name="knownFrom">The position, batch or instant whose answer is compared.</param>
    /// <param name="knownTo">The position, batch or instant that it is compared with; without it, the head of the ledger.</param>
    /// <param name="knownAt">With <c>from</c> and <c>to</c>: a position, the name of a batch, or an instant (RFC 3339); without it, the head of the ledger.</param>
    /// <param name="attestation"><c>true</c> to list also the days on which sources cease to vouch for something, or vouch for it again.</param>
    /// <param name="rules">The version of the rules that a pinned address names.</param>
    /// <param name="limit">How many items a page has: 1 to 500, 100 by default.</param>
    /// <param name="cursor">Where the page begins: follow <c>next</c>.</param>
    [WolverineGet("/polities/{polity}/changes", Name = "changes")]
    [Tags("Polities")]
    [ProducesResponseType<ChangesAnswer>(200, Representation.Json, Representation.Lines, Representation.Html)]
    public static async Task<IResult> Get(
        string polity,
        [FromQuery] string? from,
        [FromQuery] string? to,
        [FromQuery] string? on,
        [FromQuery(Name = "known-from")] string? knownFrom,
        [FromQuery(Name = "known-to")] string? knownTo,
        [FromQuery(Name = "known-at")] string? knownAt,
        [FromQuery] string? attestation,
        [FromQuery] string? rules,
        [FromQuery] string? limit,
        [FromQuery] string? cursor,
        ILedger ledger,
        PolityReader polities,
        HtmlPages pages,
        CancellationToken cancellation
    )
    {
        var question = ChangesQuestion.Parse(polity, from, to, on, knownFrom, knownTo, knownAt, attestation, rules);
        var before = knownFrom is null
            ? null
            : await question.ResolveAsync(() => KnownAt.ResolveAsync(ledger, knownFrom, polity, cancellation), "known-from");

        // A batch may still grow, so later pages use the position of the first page.
        var list = ListQuestion.Parse(
            $"/polities/{polity}/changes",
            limit,
            cursor,
            ("from", from),
            ("to", to),
            ("on", on),
            ("known-from", before?.Position.ToString(CultureInfo.InvariantCulture)),
            ("known-to", knownTo),
            ("known-at", knownAt),
            ("attestation", attestation),
            ("rules", rules)
        );
        var at = await question.ResolveAsync(() => list.KnownAtAsync(ledger, question.KnownAt, polity, cancellation), "known-to");
        var pinned = at with { Pinned = at.Pinned && before is null or { Pinned: true } };
        var found = await question.AnswerAsync(polities, before, at, cancellation);
        return new ListAnswer<Change>(pinned)
        {
            Items = list.PagesOf(
                found.Changes,
                change => change.Key,
                found.Known.LastTouched.Position,
                change => change.ToAnswer(),
                cancellation
            ),
            IsPaged = list.IsPaged,
            Envelope = page => question.AnswerOf(found, page, list.IsFirst),
            Page = page =>
                pages.ChangesAsync(
                    question.AnswerOf(found, page, list.IsFirst),
                    polity,
                    pinned,
                    new(from, to, on, knownFrom, knownTo, knownAt),
                    cancellation
                ),
            ContentLocation = at.Batch is null && before?.Batch is null ? null : found.Self,
        };
    }
}
