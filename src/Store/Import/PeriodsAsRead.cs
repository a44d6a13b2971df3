using ArtsakhLedger.Corrections;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Episodes;
using ArtsakhLedger.Ledger;

namespace ArtsakhLedger.Import;

/// <summary>Says of everything that held several times how its periods were read from the facts, so that whoever wrote them sees whether that was meant.</summary>
public static class PeriodsAsRead
{
    /// <summary>A line for each thing with more than one period, in the order of the batches.</summary>
    /// <param name="batches">The batches, without problems.</param>
    public static IReadOnlyList<string> In(IEnumerable<Batch> batches)
    {
        var record = batches
            .SelectMany(batch => batch.Entries)
            .Select((entry, i) => new RecordedFact(i + 1, default, Importer.Author, null, entry.Fact))
            .ToLookup(entry => entry.Fact.Polity);
        var entities = new EntityRegister([.. record[null]]);
        return
        [
            .. from polity in record
            where polity.Key is not null
            from thing in Episode.Fold(new FactsAsKnown([.. polity]), entities).GroupBy(period => period.Thing)
            where thing.Count() > 1
            select $"{thing.Key} has {thing.Count()} periods: {string.Join("; ", thing.Select(InWords))}",
        ];
    }

    private static string InWords(Episode period)
    {
        var starts = DatesOf(
            period.Claims.Where(claim => claim.StartFacts.Count > 0).Select(claim => (claim.Start?.ToString(), claim.StartFacts))
        );
        var ends = DatesOf(
            period
                .Claims.Where(claim => claim.EndFacts.Count > 0 && !claim.LastsUntilNext)
                .Select(claim => (claim.EndIsOpen ? ".." : claim.End?.ToString(), claim.EndFacts))
        );
        return $"{period.Number}. {(starts.Length > 0 ? $"from {starts}" : "begun by nobody's account")}{(ends.Length > 0 ? $" to {ends}" : "")}";
    }

    /// <summary>The dates, each with its facts: "1990 (recognised) or 1992 (recognised-too)".</summary>
    private static string DatesOf(IEnumerable<(string? Date, IReadOnlyList<string> Facts)> said) =>
        string.Join(
            " or ",
            from one in said
            group one.Facts by one.Date ?? "an unknown day" into same
            select $"{same.Key} ({string.Join(", ", same.SelectMany(facts => facts).Distinct())})"
        );
}
