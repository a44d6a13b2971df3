using System.Text;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Http;
using ArtsakhLedger.Preferences;
using ArtsakhLedger.Sources;

namespace ArtsakhLedger.Facts;

/// <summary>Ids of facts: slugs that say what the fact is about, derived where the sender gives none.</summary>
public static class FactIds
{
    /// <summary>The longest id, in characters.</summary>
    public const int Longest = 200;

    private const int LongestDerived = 120;

    /// <summary>Small letters, digits and hyphens.</summary>
    public static bool IsSlug(string id) =>
        id.Length is > 0 and <= Longest && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    /// <summary>What is said of an id that is no slug.</summary>
    public static string NoSlug(string id) => $"'{id}' is no slug; write small letters, digits and hyphens only, {Longest} at most";

    /// <summary>An entry with this id is recorded already.</summary>
    public static RequestProblem Taken(string id) =>
        new(
            StatusCodes.Status409Conflict,
            "id-taken",
            "The ledger has an entry with this id already.",
            $"There is an entry '{id}'. Send another id, or none to have one derived; to change what is recorded, correct it."
        );

    /// <summary>The id of a fact that has none, without regard to whether it is taken.</summary>
    public static string Derive(Fact fact) =>
        fact switch
        {
            EntityDescribed entity => EntityDescribed.FactIdOf(entity.Entity),
            SourceArchived source => SourceArchived.FactIdOf(source.Source),
            EntitiesIdentified identity => Slug(identity.Entity, "is", identity.SameAs),
            FactCorrected about => Slug(about.Target, "corrected"),
            FactRetracted about => Slug(about.Target, "retracted"),
            FactReinstated about => Slug(about.Target, "reinstated"),
            FactDenied about => Slug(about.Target, "denied-by", SourceOf(about)),
            FactCorroborated about => Slug(about.Target, "corroborated-by", SourceOf(about)),
            ClaimPreferred preference => Slug(preference.Claim, "preferred"),
            _ => Slug([
                .. fact.Parties().Select(party => party.Id ?? party.Unnamed!).Take(2),
                FactType.Of(fact).Name,
                fact.Date?.ToString() ?? "",
            ]),
        };

    /// <summary>The ids to try in turn: the derived one, then with a number.</summary>
    public static IEnumerable<string> Candidates(string derived) =>
        Enumerable.Range(2, 98).Select(number => $"{derived}-{number}").Prepend(derived);

    private static string SourceOf(Fact fact) => fact.Citations.Count == 0 ? "" : fact.Citations[0].Source;

    private static string Slug(params IReadOnlyList<string> words)
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

        return slug.ToString(0, Math.Min(slug.Length, LongestDerived)).Trim('-');
    }
}
