using ArtsakhLedger.Corrections;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Sources;

namespace ArtsakhLedger.Checks;

/// <summary>What an entry changes besides itself and its target, as far as the check of another may rest on it. The names of these things share
/// a list with the ids of entries, so those that are not ids begin with a slash.</summary>
public static class Touching
{
    /// <summary>Which ids are the same entity.</summary>
    public const string Identities = "/identities";

    private const string Polities = "/polities/";

    private const string Acts = "/acts/";

    /// <summary>Whether facts are recorded of a polity.</summary>
    public static string FactsOf(string polity) => Polities + polity;

    /// <summary>Which facts of a polity are one act.</summary>
    public static string ActsOf(string polity) => Acts + polity;

    /// <summary>Which entity has an identifier.</summary>
    public static string IdentifiedBy(EntityIdentifier identifier) => $"/identifiers/{identifier}";

    /// <summary>The polity in what <see cref="ActsOf"/> gives; null for any other name.</summary>
    public static string? PolityOfActs(string touched) =>
        touched.StartsWith(Acts, StringComparison.Ordinal) ? touched[Acts.Length..] : null;

    /// <summary>The polity in what <see cref="FactsOf"/> gives; null for any other name.</summary>
    public static string? PolityIn(string touched) =>
        touched.StartsWith(Polities, StringComparison.Ordinal) ? touched[Polities.Length..] : null;

    /// <summary>What an entry touches.</summary>
    public static IEnumerable<string> By(Fact fact) =>
        fact switch
        {
            EntitiesIdentified identity =>
            [
                Identities,
                EntityDescribed.FactIdOf(identity.Entity),
                EntityDescribed.FactIdOf(identity.SameAs),
            ],
            EntityDescribed described =>
            [
                EntityDescribed.FactIdOf(described.Entity),
                .. (described.Identifiers ?? []).Select(IdentifiedBy),
            ],
            SourceArchived archived => [SourceArchived.FactIdOf(archived.Source)],
            SnapshotArchived snapshot => [SourceArchived.FactIdOf(snapshot.Source)],
            SourceAssessed assessment => [Identities, SourceArchived.FactIdOf(assessment.Source)],
            FactCorrected { Polity: null, Content: var content } => By(content).Append(Identities),
            AboutFact { Polity: null } => [Identities],
            FactsIdentified { Polity: { } polity } identity => [FactsOf(polity), ActsOf(polity), identity.Same],
            ChangeOfFact { Polity: { } polity } => [FactsOf(polity), ActsOf(polity)],
            { Polity: { } polity } => [FactsOf(polity)],
            _ => [],
        };
}
