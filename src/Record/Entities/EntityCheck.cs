using System.Text.RegularExpressions;
using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Entities;

/// <summary>Checks descriptions of entities, and statements that two are the same.</summary>
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

    public static IEnumerable<FactProblem> ProblemsOf(EntitiesIdentified identity, EntityRegister known)
    {
        if (known.Find(identity.Entity) is null || known.Find(identity.SameAs) is null)
        {
            yield break; // PartyCheck reports these
        }

        if (known.Canonical(identity.Entity) == known.Canonical(identity.SameAs))
        {
            yield return new("/sameAs", $"'{identity.Entity}' and '{identity.SameAs}' are already known to be the same");
        }
        else if (known.Canonical(identity.Entity) != identity.Entity)
        {
            yield return new("/entity", $"'{identity.Entity}' is already merged into '{known.Canonical(identity.Entity)}'; name that one");
        }
    }

    [GeneratedRegex("^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*$")]
    private static partial Regex LanguageTag { get; }
}
