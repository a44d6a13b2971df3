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

    /// <summary>Every fact that is appended from now on, as a server-sent event with its position as id, in the order of
    /// positions.</summary>
    /// <remarks>A reader that reconnects sends the last id that it received as <c>Last-Event-ID</c>, as browsers do by themselves; it then
    /// misses nothing and receives nothing twice. Lines that begin with a colon only keep the connection open. A reader that is too slow is
    /// disconnected, and resumes.</remarks>
    /// <param name="after">The position after which to start: 0 for the first fact of the ledger. Without it, and without
    /// <c>Last-Event-ID</c>, only new facts are sent.</param>
    /// <param name="lastEventId">The id of the last event received; it takes precedence over <c>after</c>.</param>
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
