using System.Text.RegularExpressions;
using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Entities;

/// <summary>Checks descriptions of entities.</summary>
internal static partial class EntityCheck
{
    public static IEnumerable<FactProblem> ProblemsOf(EntityDescribed entity)
    {
        if (!Slug.IsValid(entity.Entity))
        {
            yield return new("/id", Slug.Invalid(entity.Entity));
        }

        if (entity.Names.Count == 0)
        {
            yield return new("/names", "an entity needs at least one name: names: [{ text: …, language: en }]");
        }

        for (var i = 0; i < entity.Names.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(entity.Names[i].Text))
            {
                yield return new($"/names/{i}/text", "the name is empty");
            }

            if (!LanguageTag.IsMatch(entity.Names[i].Language))
            {
                yield return new(
                    $"/names/{i}/language",
                    $"'{entity.Names[i].Language}' is not a language tag (BCP 47); write en, hy or ru-Latn, for example"
                );
            }
        }
    }

    [GeneratedRegex("^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*\\z")]
    private static partial Regex LanguageTag { get; }
}
