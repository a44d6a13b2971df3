using ArtsakhLedger.Ledger;

namespace ArtsakhLedger.Asking;

/// <summary>Ids of the record at hand, for sentences that say what to send: ", such as abkhazia". Where there is none, such a sentence names none.</summary>
public static class Example
{
    /// <summary>Among how many facts an example is looked for.</summary>
    private const int LookedAt = 20;

    /// <summary>A batch of a polity, or of any; as <c>, such as …</c>.</summary>
    public static async Task<string> OfBatchAsync(ILedger ledger, string? polity, CancellationToken cancellation) =>
        SuchAs(
            (await ledger.FirstFactsAsync(polity, LookedAt, cancellation))
                .Select(fact => fact.Batch)
                .FirstOrDefault(batch => batch is not null)
        );

    /// <summary>An episode of a polity, or of any; as <c>, such as …</c>.</summary>
    public static async Task<string> OfEpisodeAsync(ILedger ledger, string? polity, CancellationToken cancellation) =>
        SuchAs(EpisodeOf(await ledger.FirstFactsAsync(polity, LookedAt, cancellation)));

    /// <summary>The first episode that one of some facts names; null where none does.</summary>
    public static string? EpisodeOf(IEnumerable<RecordedFact> facts) =>
        facts.SelectMany(fact => fact.Fact.EpisodeLinks()).Select(link => link.Episode).FirstOrDefault();

    private static string SuchAs(string? example) => example is null ? "" : $", such as {example}";
}
