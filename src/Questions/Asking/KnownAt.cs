using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using ArtsakhLedger.Ledger;

namespace ArtsakhLedger.Asking;

/// <summary>The state of knowledge that a question is about.</summary>
/// <param name="Position">The last position that counts.</param>
/// <param name="Head">The head of the ledger when the question was asked.</param>
/// <param name="Pinned">True if the answer can never change: the question named a position, or an instant that is not after the
/// head.</param>
/// <param name="Batch">The batch that was named; a batch may still grow, so such an answer is not permanent.</param>
public sealed partial record KnownAt(long Position, Head Head, bool Pinned, string? Batch)
{
    private const int LongestText = 200;

    /// <summary>Resolves the <c>known-at</c> of a question.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="text">A position, a batch name (<c>{polity}/{name}</c>, or just the name with a polity) or an RFC 3339 instant; null
    /// for the head.</param>
    /// <param name="polity">The polity that a short batch name belongs to.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <exception cref="QuestionProblem">400 for any other text, 404 for a position beyond the head.</exception>
    public static async Task<KnownAt> ResolveAsync(ILedger ledger, string? text, string? polity, CancellationToken cancellation)
    {
        // A position at or before a head that was seen needs no look at the current head.
        if (
            long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seen)
            && seen > 0
            && seen <= ledger.LastSeenHead.Position
        )
        {
            return new(seen, ledger.LastSeenHead, true, null);
        }

        var head = await ledger.HeadAsync(cancellation);
        if (text is null)
        {
            return new(head.Position, head, false, null);
        }

        if (text.Length > LongestText)
        {
            throw await BadAsync($"The value has {text.Length} characters.");
        }

        if (BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var position))
        {
            return position < 1 ? throw await BadAsync("Positions begin at 1.")
                : position > head.Position ? throw BeyondTheHead(position, head)
                : new((long)position, head, true, null);
        }

        if (InstantOf(text) is { } instant)
        {
            if (instant > head.RecordedAt)
            {
                return new(head.Position, head, false, null);
            }

            var last =
                await ledger.LastAtAsync(instant, cancellation)
                ?? throw new QuestionProblem(
                    Unanswerable.Unknown,
                    "nothing-recorded",
                    "Nothing had been recorded by then.",
                    $"The ledger's first entry is later than {text}.",
                    "known-at"
                );
            return new(last.Position, head, true, null);
        }

        if (text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '/'))
        {
            var batch = text.Contains('/', StringComparison.Ordinal) || polity is null ? text : $"{polity}/{text}";
            return await ledger.LastOfBatchAsync(batch, cancellation) is { } last
                ? new(last.Position, head, false, batch)
                : throw await BadAsync($"There is no batch {batch}.{await DidYouMeanAsync(ledger, text, head, cancellation)}");
        }

        throw await BadAsync("This is neither a position nor a batch nor an instant.");

        async Task<QuestionProblem> BadAsync(string what) =>
            QuestionProblem.BadParameter("known-at", $"{what} {await ExpectedAsync(ledger, polity, cancellation)}");
    }

    private static async Task<string> ExpectedAsync(ILedger ledger, string? polity, CancellationToken cancellation) =>
        $"Send a position (a whole number from 1 up to the ledger's head), the name of a batch{await Example.OfBatchAsync(ledger, polity, cancellation)}, or an instant, such as 2026-11-23T10:00:00Z.";

    /// <summary>The problem of a position beyond the head.</summary>
    public static QuestionProblem BeyondTheHead(BigInteger position, Head head)
    {
        var problem = new QuestionProblem(
            Unanswerable.Unknown,
            "beyond-the-head",
            "The ledger has no such position yet.",
            $"Position {position} is beyond the ledger's head, which is {head.Position}.",
            "known-at"
        );
        problem.Members["head"] = head.Position;
        return problem;
    }

    /// <summary>Names the batches of other polities that have this name, as a sentence; empty if there are none.</summary>
    private static async Task<string> DidYouMeanAsync(ILedger ledger, string text, Head head, CancellationToken cancellation)
    {
        var called =
            from batch in await ledger.BatchesAsync(head.Position, cancellation)
            where batch.Name.EndsWith($"/{text}", StringComparison.Ordinal)
            select batch.Name;
        return string.Join(" or ", called.Take(3)) is { Length: > 0 } names ? $" Did you mean {names}?" : "";
    }

    /// <summary>Parses an RFC 3339 instant: a date, a time to the second or finer, and an offset. Anything finer than the record's clock is
    /// ignored, and a leap second counts as the last moment before the next second.</summary>
    private static DateTimeOffset? InstantOf(string text)
    {
        var parts = Instant.Match(text);
        if (!parts.Success)
        {
            return null;
        }

        var (second, fraction) =
            parts.Groups["second"].Value == "60" ? ("59", "9999999") : (parts.Groups["second"].Value, parts.Groups["fraction"].Value);
        var offset = parts.Groups["offset"].Value.Replace(' ', '+').ToUpperInvariant(); // an unescaped "+" arrives as a space
        return DateTimeOffset.TryParseExact(
            $"{parts.Groups["date"].Value}T{parts.Groups["minute"].Value}:{second}.{fraction.PadRight(7, '0')[..7]}{offset}",
            "yyyy-MM-dd'T'HH:mm:ss.fffffffK",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var instant
        )
            ? instant
            : null;
    }

    [GeneratedRegex(
        @"^(?<date>[0-9]{4}-[0-9][0-9]-[0-9][0-9])[Tt](?<minute>[0-9][0-9]:[0-9][0-9]):(?<second>[0-9][0-9])(\.(?<fraction>[0-9]+))?(?<offset>[Zz]|[+ -][0-9][0-9]:[0-9][0-9])\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant
    )]
    private static partial Regex Instant { get; }
}
