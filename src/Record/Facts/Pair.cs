namespace ArtsakhLedger.Facts;

/// <summary>The party in the id of an episode that is between two entities, neither of them the polity: <c>{one}--{other}</c>.</summary>
public static class Pair
{
    private const string Between = "--";

    /// <summary>Two parties of different roles, such as a member and what it is a member of.</summary>
    public static string Of(string one, string other) => one + Between + other;

    /// <summary>The entities of a pair, or the one that a party is.</summary>
    public static IReadOnlyList<string> PartsOf(string party) => party.Split(Between);

    /// <summary>The party of entities in their order.</summary>
    public static string Of(IEnumerable<string> parts) => string.Join(Between, parts);

    /// <summary>Two parties of the same role: the same id whichever a source names first.</summary>
    public static string Unordered(string one, string other) => string.CompareOrdinal(one, other) <= 0 ? Of(one, other) : Of(other, one);
}
