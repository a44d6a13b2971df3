using System.Globalization;
using System.Numerics;
using ArtsakhLedger.Asking;
using ArtsakhLedger.Http;
using ArtsakhLedger.Ledger;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace ArtsakhLedger.Notifications;

public static class FeedEndpoint
{
    private const string Resume = "Last-Event-ID";

    /// <summary>Every fact that is appended from now on, as server-sent events: one for each, in the order of record, with its position as id.</summary>
    /// <remarks>A reader that lost its connection sends the id that it had last as <c>Last-Event-ID</c>, as browsers do by themselves, and misses nothing and gets
    /// nothing twice. Lines that begin with a colon are signs of life. A reader that is too slow is disconnected and resumes.</remarks>
    /// <param name="after">The position after which to begin: 0 for the first fact of the ledger. Without it, and without Last-Event-ID, what is there already
    /// is left out.</param>
    /// <param name="lastEventId">The id of the last event that was received; it counts before <c>after</c>.</param>
    [WolverineGet("/feed", Name = "feed")]
    [Tags("Facts")]
    [ProducesResponseType<FeedItem>(200, FeedAnswer.ContentType)]
    public static async Task<IResult> Get(
        [FromQuery] string? after,
        [FromHeader(Name = Resume)] string? lastEventId,
        LedgerReader ledger,
        CancellationToken cancellation
    )
    {
        var head = await ledger.HeadAsync(cancellation);
        return new FeedAnswer(
            lastEventId is not null ? PositionIn(lastEventId, Resume, head)
            : after is not null ? PositionIn(after, nameof(after), head)
            : head.Position
        );
    }

    private static long PositionIn(string text, string parameter, Head head)
    {
        if (!BigInteger.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var position))
        {
            throw RequestProblem.BadParameter(
                parameter,
                $"Send the position of the last fact that you have, a whole number from 0 up to the ledger's head, or leave '{parameter}' out for what comes from now on."
            );
        }

        return position <= head.Position ? (long)position : throw KnownAt.BeyondTheHead(position, head).Of(parameter);
    }
}
