using System.Globalization;
using ArtsakhLedger.Http;

namespace ArtsakhLedger.Ledger;

/// <summary>The state of knowledge that a question is asked of.</summary>
/// <param name="Position">The last position that counts.</param>
/// <param name="Head">The head of the ledger when the question was asked.</param>
/// <param name="Pinned">True where the answer can never change: it was asked as of a position or of an instant that is not after the head.</param>
/// <param name="Batch">The batch that was named; its answer stays at one address only while the batch is not added to.</param>
public sealed record KnownAt(long Position, Head Head, bool Pinned, string? Batch)
{
    private const string Expected = "Send a position (a whole number from 1 up to the ledger's head), the name of a batch such as 0001-article, or an instant such as 2026-11-23T10:00:00Z.";

    /// <summary>Resolves the <c>known-at</c> of a question.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="text">A position, a batch name (<c>{polity}/{name}</c>, or the name alone beside a polity) or an RFC 3339 instant; null asks the head.</param>
    /// <param name="polity">The polity that a short batch name belongs to.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="RequestProblem">400 for what is none of these, 404 for a position beyond the head.</exception>
    public static async Task<KnownAt> ResolveAsync(LedgerReader ledger, string? text, string? polity, CancellationToken cancellation)
    {
        // What is at or before a head once seen needs no look at the head that is.
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seen) && seen > 0 && seen <= ledger.SeenHead.Position)
        {
            return new(seen, ledger.SeenHead, true, null);
        }

        var head = await ledger.HeadAsync(cancellation);
        if (text is null)
        {
            return new(head.Position, head, false, null);
        }

        if (Int128.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            var position = (long)Int128.Clamp(number, long.MinValue, long.MaxValue);
            return position < 1 ? throw RequestProblem.BadParameter("known-at", $"Positions begin at 1. {Expected}")
                : position > head.Position ? throw BeyondTheHead(position, head)
                : new(position, head, true, null);
        }

        if (text.Contains('T', StringComparison.Ordinal) && TryParseInstant(text, out var instant))
        {
            if (instant > head.RecordedAt)
            {
                return new(head.Position, head, false, null);
            }

            var last = await ledger.LastAtAsync(instant, cancellation)
                ?? throw new RequestProblem(404, "nothing-recorded", "Nothing had been recorded by then.",
                    $"The ledger's first entry is later than {text}.", "known-at");
            return new(last.Position, head, true, null);
        }

        if (text.Length <= 200 && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '/'))
        {
            var batch = text.Contains('/', StringComparison.Ordinal) || polity is null ? text : $"{polity}/{text}";
            if (await ledger.LastOfBatchAsync(batch, cancellation) is { } last)
            {
                return new(last.Position, head, false, batch);
            }

            throw RequestProblem.BadParameter("known-at", $"There is no batch {batch}. {Expected}");
        }

        throw RequestProblem.BadParameter("known-at", $"This is neither a position nor a batch nor an instant. {Expected}");
    }

    /// <summary>What is said of a position beyond the head.</summary>
    public static RequestProblem BeyondTheHead(long position, Head head)
    {
        var problem = new RequestProblem(404, "beyond-the-head", "The ledger has no such position yet.",
            $"Position {position} is beyond the ledger's head, which is {head.Position}.", "known-at");
        problem.Members["head"] = head.Position;
        return problem;
    }

    /// <summary>RFC 3339: date, time and an offset, with up to nine digits of a second.</summary>
    private static bool TryParseInstant(string text, out DateTimeOffset instant) => DateTimeOffset.TryParseExact(
        text.Replace(' ', '+'), // an unescaped "+" of the offset arrives as a space
        ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"],
        CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal,
        out instant) && (text.EndsWith('Z') || text.LastIndexOfAny(['+', '-', ' ']) > text.IndexOf('T', StringComparison.Ordinal));
}
