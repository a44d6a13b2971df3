using System.Collections.Frozen;

namespace ArtsakhLedger.Facts;

/// <summary>The articles before English nouns and names.</summary>
internal static class Article
{
    // Names that are made of words rather than given take the article: "the Flemish Parliament", "the Republic of Artsakh", but "Abkhazia".
    private static readonly FrozenSet<string> MainWords = Words(
        "academy accord accords administration agency agreement alliance area army assembly association authority bahamas bank bloc board "
            + "bureau cabinet caucus centre chamber championship charter church coalition commission committee commonwealth community comoros "
            + "confederacy confederation conference conflict congress constitution convention council court covenant cup declaration delegation "
            + "department diaspora duma emirates empire federation forces forum foundation front fund gambia games government group house "
            + "institute institution islands kingdom knesset league legislature maldives ministry mission movement netherlands office olympics "
            + "order organisation organization pact panel parliament partnership party philippines presidency principality protocol reich "
            + "republic republics rest secretariat see seimas senate society states statute sultanate summit territories tournament treaty "
            + "tribunal union university vatican war"
    );

    // These only before "of", or with "autonomous": "the City of London", "the Nagorno-Karabakh Autonomous Oblast", but "Fresno County".
    private static readonly FrozenSet<string> MainWordsOfPlaces = Words(
        "canton city county department district duchy emirate isle oblast prefecture province region state territory"
    );

    // What the main word of a name stands before: "the Organization | for Security", "the Committee | on Finance".
    private static readonly FrozenSet<string> Prepositions = Words("of for on in to at against between among and");

    /// <summary>The noun with its indefinite article: "an embassy", "a legation", "an honorary consulate".</summary>
    public static string Before(string noun) =>
        noun.Length > 0 && ("aeiou".Contains(noun[0], StringComparison.Ordinal) || noun.StartsWith("hono", StringComparison.Ordinal))
            ? $"an {noun}"
            : $"a {noun}";

    /// <summary>An English name as a sentence takes it, told by its main word: "the Republic of Artsakh", "Guatemala's Congress".</summary>
    public static string InText(EntityKind kind, string name)
    {
        if (kind is EntityKind.Person or EntityKind.Municipality or EntityKind.Post)
        {
            return name;
        }

        var words = name.Split(' ');
        var main = words.TakeWhile((word, place) => place == 0 || !Prepositions.Contains(word)).ToArray();
        return TakesArticle(kind, main, isOf: words.ElementAtOrDefault(main.Length) == "of") ? $"the {name}" : name;
    }

    private static bool TakesArticle(EntityKind kind, string[] main, bool isOf) =>
        !main.Any(IsPossessive)
        && !main[0].Equals("the", StringComparison.OrdinalIgnoreCase)
        && (
            MainWordsOfPlaces.Contains(main[^1]) && kind is EntityKind.SubNational or EntityKind.Polity
                ? isOf || main.Contains("Autonomous")
                : MainWords.Contains(main[^1]) || MainWordsOfPlaces.Contains(main[^1]) && isOf
        );

    private static bool IsPossessive(string word) =>
        word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal);

    private static FrozenSet<string> Words(string words) => FrozenSet.ToFrozenSet(words.Split(' '), StringComparer.OrdinalIgnoreCase);
}
