namespace ArtsakhLedger.Facts;

/// <summary>The party in the id of an episode between two entities, neither of them the polity: <c>{one}--{other}</c>.</summary>
public static class Pair
{
    private const string Separator = "--";

    /// <summary>A pair with different roles, such as a member and its organisation.</summary>
    public static string Of(string one, string other) => one + Separator + other;

    /// <summary>The two entities of a pair, or the one that is not a pair.</summary>
    public static IReadOnlyList<string> PartsOf(string party) => party.Split(Separator);

    /// <summary>The reverse of <see cref="PartsOf"/>.</summary>
    public static string Of(IEnumerable<string> parts) => string.Join(Separator, parts);

    /// <summary>A pair with the same role: the id is the same whichever a source names first.</summary>
    public static string Unordered(string one, string other) => string.CompareOrdinal(one, other) <= 0 ? Of(one, other) : Of(other, one);
}
