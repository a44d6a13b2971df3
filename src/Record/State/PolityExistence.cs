using ArtsakhLedger.Facts;

namespace ArtsakhLedger.State;

/// <summary>The episode that is a polity's own life: <c>{polity}/existence</c>, then <c>{polity}/existence/2</c> … if it lived again.</summary>
public static class PolityExistence
{
    /// <summary>The id of the episode.</summary>
    public static string EpisodeOf(string polity) => $"{polity}/{EpisodeKind.Existence.Name}";

    /// <param name="fact">The fact.</param>
    /// <param name="role">What it says of the life.</param>
    /// <param name="term">The number of the life, if the fact gives it.</param>
    public static EpisodeLink Of(Fact fact, EpisodeRole role, int? term) =>
        new(EpisodeOf(fact.Polity!), EpisodeKind.Existence, fact.Polity!, role) { Term = term };
}
