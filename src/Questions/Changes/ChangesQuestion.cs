using System.Globalization;
using ArtsakhLedger.Asking;
using ArtsakhLedger.StateAsOf;

namespace ArtsakhLedger.Changes;

/// <summary>A question about what changed along one of the two axes of time, the same over HTTP and on the command line.</summary>
public sealed class ChangesQuestion
{
    private readonly string polity;
    private readonly DayWindow days;
    private readonly QueryDate? on;
    private readonly bool withAttestation;

    private ChangesQuestion(string polity, DayWindow days, QueryDate? on, string? knownFrom, string? knownAt, bool withAttestation) =>
        (this.polity, this.days, this.on, KnownFrom, KnownAt, this.withAttestation) = (
            polity,
            days,
            on,
            knownFrom,
            knownAt,
            withAttestation
        );

    /// <summary>The earlier state of knowledge; null if dates are compared.</summary>
    public string? KnownFrom { get; }

    /// <summary>The state of knowledge of the answer, or the later of the two; null for the head.</summary>
    public string? KnownAt { get; }

    /// <exception cref="QuestionProblem">400 for a value that cannot be used or parameters of both axes, 410 for a version of the rules that this program no longer has.</exception>
    public static ChangesQuestion Parse(
        string polity,
        string? from,
        string? to,
        string? on,
        string? knownFrom,
        string? knownTo,
        string? knownAt,
        string? attestation,
        string? rules
    )
    {
        var attestations = attestation switch
        {
            null or "false" => false,
            "true" => true,
            _ => throw QuestionProblem.BadParameter(
                "attestation",
                "Send attestation=true to list also on which days sources cease to vouch for something, or leave it out."
            ),
        };
        if (on is null && knownFrom is null && knownTo is null)
        {
            var window = DayWindow.Parse(from, to);
            if (window.From is { } after && window.To is { } through && through.Last < after.Last)
            {
                throw QuestionProblem.BadParameter(
                    "from",
                    $"'from' ({after.Text}) ends after 'to' ({through.Text}), and changes count from its last day on. Send an earlier 'from'."
                );
            }

            return Checked(new(polity, window, null, null, knownAt, attestations), rules);
        }

        foreach (var (name, value) in new[] { ("from", from), ("to", to), ("known-at", knownAt), ("attestation", attestation) })
        {
            if (value is not null)
            {
                throw QuestionProblem.BadParameter(
                    name,
                    $"'{name}' does not go with 'on'. Send from and to, for changes between two dates, or on, known-from and known-to, for what a date's answer gained or lost."
                );
            }
        }

        return knownFrom is null
            ? throw QuestionProblem.BadParameter(
                "known-from",
                "The question has no 'known-from'. Send the position, batch or instant whose answer is compared with that at 'known-to'."
            )
            : Checked(new(polity, new(null, null), QueryDate.Parse(on), knownFrom, knownTo, attestations), rules);
    }

    /// <summary>Resolves a state of knowledge.</summary>
    /// <param name="resolve">Resolves it like any <c>known-at</c>.</param>
    /// <param name="parameter">The name of its parameter if positions are compared.</param>
    /// <exception cref="QuestionProblem">As for any <c>known-at</c>, under the name of the parameter.</exception>
    public async Task<KnownAt> ResolveAsync(Func<Task<KnownAt>> resolve, string parameter)
    {
        try
        {
            return await resolve();
        }
        catch (QuestionProblem problem) when (on is not null && problem.Parameter == "known-at")
        {
            throw problem.Of(parameter);
        }
    }

    /// <summary>Finds all changes.</summary>
    /// <param name="polities">Finds the polity.</param>
    /// <param name="from">The resolved <see cref="KnownFrom"/>; null if dates are compared.</param>
    /// <param name="at">The resolved <see cref="KnownAt"/>.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <exception cref="QuestionProblem">404 for a polity that the ledger does not know, 400 where 'known-from' is after 'known-to'.</exception>
    public async Task<FoundChanges> AnswerAsync(PolityReader polities, KnownAt? from, KnownAt at, CancellationToken cancellation)
    {
        if (from is not null && from.Position > at.Position)
        {
            throw QuestionProblem.BadParameter(
                "known-from",
                $"'known-from' (position {from.Position}) is after 'known-to' (position {at.Position}). Send an earlier 'known-from'."
            );
        }

        var known = await polities.AsKnownAsync(polity, at, cancellation);
        if (on is null)
        {
            var between = ChangesBetweenDates.Of(known);
            return new(
                known,
                null,
                null,
                [
                    .. between
                        .All(days.From?.Last, days.To?.Last, cancellation)
                        .Where(change =>
                            withAttestation || between.TypeOf(change) is not (ChangeType.NoLongerAttested or ChangeType.AttestedAgain)
                        )
                        .Select(change => FoundChange.Of(change, between)),
                ],
                SelfOf(known, null)
            );
        }

        var before = await polities.AsKnownAsync(polity, from!.Position, cancellation);
        var changes = new ChangesBetweenPositions(before, known, from.Position).On(on, cancellation);
        return new(known, before, from.Position, [.. changes.Select(FoundChange.Of)], SelfOf(known, from.Position));
    }

    /// <summary>The answer around a page.</summary>
    public ChangesAnswer AnswerOf(FoundChanges found, Page<Change> page, bool isFirst = true) =>
        new()
        {
            Polity = found.Known.Polity,
            From = days.From?.Text,
            To = days.To?.Text,
            Attestation = withAttestation,
            On = on?.Text,
            KnownFrom = found.Before is { LastTouched: var touched } ? new(touched.Position, touched.RecordedAt, touched.Batch) : null,
            KnownAt = new(found.Known.LastTouched.Position, found.Known.LastTouched.RecordedAt, found.Known.LastTouched.Batch),
            Items = page.Items,
            Next = page.Next,
            Self = isFirst ? found.Self : null,
        };

    private static ChangesQuestion Checked(ChangesQuestion question, string? rules)
    {
        RulesVersion.Require(rules, question.AddressOf(question.KnownFrom, question.KnownAt, null));
        return question;
    }

    private string SelfOf(PolityAsKnown known, long? knownFrom) =>
        AddressOf(
            knownFrom?.ToString(CultureInfo.InvariantCulture),
            known.LastTouched.Position.ToString(CultureInfo.InvariantCulture),
            RulesVersion.Current
        );

    private string AddressOf(string? knownFrom, string? known, string? rules) =>
        Address.Of(
            $"/polities/{polity}/changes",
            ("from", days.From?.Text),
            ("to", days.To?.Text),
            ("on", on?.Text),
            ("known-from", knownFrom),
            (on is null ? "known-at" : "known-to", known),
            ("attestation", withAttestation ? "true" : null),
            ("rules", rules)
        );
}

/// <summary>All changes that a question asks for.</summary>
/// <param name="Known">The polity as known after.</param>
/// <param name="Before">The polity as known before, if positions are compared and it was known.</param>
/// <param name="From">The earlier position, if positions are compared.</param>
/// <param name="Changes">Every change, in order.</param>
/// <param name="Self">The permanent address of the answer.</param>
public sealed record FoundChanges(PolityAsKnown Known, PolityAsKnown? Before, long? From, IReadOnlyList<FoundChange> Changes, string Self);
