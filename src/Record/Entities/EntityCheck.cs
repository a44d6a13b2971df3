using System.Text.RegularExpressions;
using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Entities;

/// <summary>Checks descriptions of entities.</summary>
internal static partial class EntityCheck
{
    public static IEnumerable<FactProblem> ProblemsOf(EntityDescribed entity, EntityRegister known)
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

            if (entity.Names[i].InText is { } inText && string.IsNullOrWhiteSpace(inText))
            {
                yield return new($"/names/{i}/inText", "the name in a sentence is empty; leave it out if it does not differ");
            }
        }

        foreach (var problem in ProblemsOfIdentifiers(entity, known))
        {
            yield return problem;
        }

        if (entity.Coordinates is { } place)
        {
            if (!(place.Latitude is >= -90 and <= 90))
            {
                yield return new("/coordinates/latitude", "a latitude is a number of degrees from -90 to 90, north of the equator");
            }

            if (!(place.Longitude is >= -180 and <= 180))
            {
                yield return new("/coordinates/longitude", "a longitude is a number of degrees from -180 to 180, east of Greenwich");
            }
        }

        if (entity.Seats is not null && entity.Kind != EntityKind.Post)
        {
            yield return new("/seats", "only a post has seats; leave them out, or describe it as a post");
        }

        if (entity.Kind == EntityKind.Post && EpisodeKind.OfPost(entity.Entity) is null)
        {
            yield return new("/id", $"'{entity.Entity}' is the name of a kind of episode; choose another id for the post");
        }
    }

    private static IEnumerable<FactProblem> ProblemsOfIdentifiers(EntityDescribed entity, EntityRegister known)
    {
        var identifiers = entity.Identifiers ?? [];
        for (var i = 0; i < identifiers.Count; i++)
        {
            var identifier = identifiers[i];
            if (!identifier.HasForm())
            {
                yield return new(
                    $"/identifiers/{i}/value",
                    $"'{identifier.Value}' does not have the form of this scheme; write {EntityIdentifier.ExampleOf(identifier.Scheme)}, for example"
                );
            }
            else if (identifiers.Take(i).Contains(identifier))
            {
                yield return new($"/identifiers/{i}", $"{identifier} is written twice");
            }
            else if (
                known.Identified(identifier).FirstOrDefault(other => known.Canonical(other.Entity) != known.Canonical(entity.Entity)) is
                { } other
            )
            {
                yield return new(
                    $"/identifiers/{i}",
                    $"{identifier} is already the identifier of '{other.Entity}'; name that one in facts instead, or correct the identifier"
                );
            }
        }
    }

    [GeneratedRegex("^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*\\z")]
    private static partial Regex LanguageTag { get; }
}
