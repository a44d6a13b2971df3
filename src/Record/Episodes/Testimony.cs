using ArtsakhLedger.Corrections;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Ledger;

namespace ArtsakhLedger.Episodes;

/// <summary>What one entry of the record says of one episode: a fact, or a further source that corroborates it.</summary>
/// <param name="By">The entry.</param>
/// <param name="Says">What it says: of a corroboration the fact that it corroborates, with the further source's date and words.</param>
/// <param name="Role">What that does to the episode.</param>
public sealed record Testimony(RecordedFact By, Fact Says, BearingRole Role)
{
    /// <summary>The sources that say so; several citations of one document count once.</summary>
    public IReadOnlyList<string> Sources => [.. Says.Citations.Select(citation => citation.Source).Distinct()];

    /// <summary>A fact's own testimony, then that of its corroborations.</summary>
    public static IEnumerable<Testimony> Of(RecordedFact fact, BearingRole role, FactsAsKnown known) =>
        known
            .OpinionsOn(fact.Fact.Id)
            .Where(opinion => opinion.Fact is FactCorroborated)
            .Select(opinion => new Testimony(opinion, InTheNameOf(opinion.Fact, fact.Fact), role))
            .Prepend(new(fact, fact.Fact, role));

    private static Fact InTheNameOf(Fact corroboration, Fact fact) =>
        fact with
        {
            Id = corroboration.Id,
            Date = corroboration.Date ?? fact.Date,
            Citations = corroboration.Citations,
        };
}
