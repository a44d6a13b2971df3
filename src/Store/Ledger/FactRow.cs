using ArtsakhLedger.Corrections;
using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Ledger;

/// <summary>A row of the read model: a pure function of the event and its position.</summary>
/// <param name="Position">The event's position.</param>
/// <param name="Fact">The fact's id.</param>
/// <param name="Type">The kind of fact.</param>
/// <param name="Polity">Its polity, or null.</param>
/// <param name="Episodes">The episodes that it says something about.</param>
/// <param name="Names">The entities and sources that it names.</param>
/// <param name="Earliest">The number of the earliest day of its date; null where that is unbounded.</param>
/// <param name="Latest">The number of the latest day of its date; null where that is unbounded.</param>
/// <param name="Body">The fact as JSON.</param>
public sealed record FactRow(
    long Position,
    string Fact,
    string Type,
    string? Polity,
    IReadOnlyList<string> Episodes,
    IReadOnlyList<string> Names,
    long? Earliest,
    long? Latest,
    string Body
)
{
    /// <param name="position">The event's position.</param>
    /// <param name="type">The kind of fact.</param>
    /// <param name="fact">The fact.</param>
    /// <param name="body">The fact as JSON.</param>
    public static FactRow Of(long position, string type, Fact fact, string body) =>
        new(
            position,
            fact.Id,
            type,
            fact.Polity,
            [.. fact.EpisodeLinks().Select(link => link.Episode)],
            [.. NamesIn(fact).Distinct()],
            fact.Date?.Earliest?.DayNumber,
            fact.Date?.Latest?.DayNumber,
            body
        );

    /// <summary>All entities and sources that the fact names, including the candidates for an unnamed party.</summary>
    private static IEnumerable<string> NamesIn(Fact fact) =>
        [
            .. fact.Parties().SelectMany(party => party.Id is { } id ? [id] : party.MayBe),
            .. fact.Citations.Select(citation => citation.Source),
            .. fact is FactCorrected correction ? NamesIn(correction.Content) : [],
        ];
}
