using System.Text;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Preferences;
using ArtsakhLedger.Sources;
using ArtsakhLedger.Vocabulary;

namespace ArtsakhLedger.Checks;

/// <summary>Derives ids for facts that come without one: slugs that say what the fact is about.</summary>
public static class FactIds
{
    private const int MaximumDerivedLength = 120;

    /// <summary>Derives an id from what a fact says; it may already be taken.</summary>
    public static string Derive(Fact fact) =>
        fact switch
        {
            EntityDescribed entity => EntityDescribed.FactIdOf(entity.Entity),
            SourceArchived source => SourceArchived.FactIdOf(source.Source),
            EntitiesIdentified identity => SlugOf(identity.Entity, "is", identity.SameAs),
            FactCorrected about => SlugOf(about.Target, "corrected"),
            FactRetracted about => SlugOf(about.Target, "retracted"),
            FactReinstated about => SlugOf(about.Target, "reinstated"),
            FactDenied about => SlugOf(about.Target, "denied-by", SourceOf(about)),
            FactCorroborated about => SlugOf(about.Target, "corroborated-by", SourceOf(about)),
            FactsIdentified identity => SlugOf(identity.Same, "is", identity.Target),
            SourceAssessed assessment => SlugOf(assessment.Source, "assessed"),
            ClaimPreferred preference => SlugOf(preference.Preferred is [var first, ..] ? first : "", "preferred"),
            _ => SlugOf([
                .. fact.Parties().Select(party => party.Id ?? party.Unnamed!).Take(2),
                FactType.Of(fact).Name,
                fact.Date?.ToString() ?? "",
            ]),
        };

    /// <summary>The ids to try in turn: the derived one, then numbered ones.</summary>
    public static IEnumerable<string> Candidates(string derived) =>
        Enumerable.Range(2, 98).Select(number => $"{derived}-{number}").Prepend(derived);

    private static string SourceOf(Fact fact) => fact.Citations.Count == 0 ? "" : fact.Citations[0].Source;

    private static string SlugOf(params IReadOnlyList<string> words)
    {
        var slug = new StringBuilder();
        foreach (var c in string.Join('-', words.Where(word => word.Length > 0)).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(c);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString(0, Math.Min(slug.Length, MaximumDerivedLength)).Trim('-');
    }
}
