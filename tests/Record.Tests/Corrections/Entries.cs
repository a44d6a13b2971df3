using ArtsakhLedger.Corrections;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Offices;
using Edtf;

namespace ArtsakhLedger.Tests.Corrections;

/// <summary>Entries of a record that is only in memory: positions 1, 2, 3 … in the order given.</summary>
public static partial class Entries
{
    private static readonly DateTimeOffset Begin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static IReadOnlyList<RecordedFact> Of(params IEnumerable<Fact> facts) =>
        [
            .. facts.Select(
                (fact, i) =>
                    new RecordedFact(i + 1, Begin.AddMinutes(i), Author.From("events/", null), null, fact with { Polity = "artsakh" })
            ),
        ];

    public static OfficeOpened Opened(string id, string date, string source, string city = "paris") =>
        new()
        {
            Id = id,
            City = city,
            Date = EdtfDate.Parse(date),
            Citations = [Cite(source)],
        };

    public static FactCorrected Corrected(string id, string target, Fact content) =>
        new()
        {
            Id = id,
            Target = target,
            Content = content with { Id = target, Polity = "artsakh" },
            Reason = "a slip",
        };

    public static FactRetracted Retracted(string id, string target) =>
        new()
        {
            Id = id,
            Target = target,
            Reason = "a slip",
        };

    public static FactReinstated Reinstated(string id, string target) =>
        new()
        {
            Id = id,
            Target = target,
            Reason = "it stands after all",
        };

    public static EntitiesIdentified Identified(string entity, string sameAs, bool inferred = false) =>
        new()
        {
            Id = $"{entity}-is-{sameAs}",
            Entity = entity,
            SameAs = sameAs,
            Inferred = inferred,
            Citations = [Cite("register")],
        };

    public static Citation Cite(string source) => new() { Source = source, Quote = "words" };
}
