namespace ArtsakhLedger.Facts;

/// <summary>What the parties of facts are called in sentences.</summary>
/// <param name="polity">The name of the polity whose foreign relations the facts belong to.</param>
/// <param name="nameOf">The name of the entity with an id.</param>
public sealed class PartyNames(string polity, Func<string, string> nameOf)
{
    /// <summary>The polity's name.</summary>
    public string Polity => polity;

    /// <summary>The name of an entity, or the source's own words for one that it leaves unnamed.</summary>
    public string this[Party party] => party.Id is { } id ? nameOf(id) : party.Unnamed!;

    /// <summary>The party's name, and the polity's where a fact leaves the party out because it is the polity.</summary>
    public string OrPolity(Party? party) => party is null ? Polity : this[party];

    /// <summary>Several names in a row: "A, B and C".</summary>
    public string AllOf(IEnumerable<Party> parties) => Joined([.. parties.Select(party => this[party])]);

    /// <summary>" in Paris" after a word such as "in"; nothing where there is no party.</summary>
    public string After(string word, Party? party) => party is null ? "" : $" {word} {this[party]}";

    /// <summary>Several phrases in a row: "A, B and C".</summary>
    public static string Joined(IReadOnlyList<string> phrases) =>
        phrases.Count < 2 ? string.Concat(phrases) : $"{string.Join(", ", phrases.Take(phrases.Count - 1))} and {phrases[^1]}";

    /// <summary>A sentence begins with a capital letter, whatever the source's words for an unnamed party begin with.</summary>
    public static string AsSentence(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}
