namespace ArtsakhLedger.Facts;

/// <summary>Checks ids of facts, entities, sources and polities, which are slugs: lower-case ASCII letters, digits and hyphens.</summary>
public static class Slug
{
    /// <summary>The most characters a slug may have.</summary>
    public const int MaximumLength = 200;

    /// <summary>Whether an id is a slug.</summary>
    public static bool IsValid(string id) =>
        id.Length is > 0 and <= MaximumLength && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    /// <summary>The message for an id that is not a slug.</summary>
    public static string Invalid(string id) =>
        $"'{id}' is not a valid id; use lower-case letters, digits and hyphens only, at most {MaximumLength}";
}
