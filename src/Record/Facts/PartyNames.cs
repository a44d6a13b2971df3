namespace ArtsakhLedger.Facts;

/// <summary>The names of parties for sentences about facts.</summary>
/// <param name="polity">The name of the polity whose foreign relations the facts belong to.</param>
/// <param name="nameOf">The name of the entity with an id.</param>
public sealed class PartyNames(string polity, Func<string, string> nameOf)
{
    /// <summary>The polity's name.</summary>
    public string Polity => polity;

    /// <summary>The name of a party: what its source calls it, where the fact keeps that, and the source's own words for one that it leaves unnamed.</summary>
    public string this[Party party] => party.As ?? (party.Id is { } id ? nameOf(id) : party.Unnamed!);

    /// <summary>The party's name, or the polity's if there is no party.</summary>
    public string OrPolity(Party? party) => party is null ? Polity : this[party];

    /// <summary>Joins names: "A, B and C".</summary>
    public string AllOf(IEnumerable<Party> parties) => Joined([.. parties.Select(party => this[party])]);

    /// <summary>A word such as "in" and the party's name: " in Paris"; empty if there is no party.</summary>
    public string After(string word, Party? party) => party is null ? "" : $" {word} {this[party]}";

    /// <summary>Joins phrases: "A, B and C".</summary>
    public static string Joined(IReadOnlyList<string> phrases, string conjunction = "and") =>
        phrases.Count < 2 ? string.Concat(phrases) : $"{string.Join(", ", phrases.Take(phrases.Count - 1))} {conjunction} {phrases[^1]}";

    /// <summary>Makes the first letter a capital: the words for an unnamed party may begin with a small one.</summary>
    public static string AsSentence(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>Makes "the" at the beginning "The": a name may begin with the article.</summary>
    public static string WithCapitalArticle(string sentence) =>
        sentence.StartsWith("the ", StringComparison.Ordinal) ? AsSentence(sentence) : sentence;
}
