using ArtsakhLedger.Facts;

namespace ArtsakhLedger.State;

/// <summary>The episode that is a polity's own life: <c>{polity}/existence</c>.</summary>
public static class PolityExistence
{
    /// <summary>The id of the episode.</summary>
    public static string EpisodeOf(string polity) => $"{polity}/{EpisodeKind.Existence.Name}";

    public static EpisodeLink Of(Fact fact, EpisodeRole role) => new(EpisodeOf(fact.Polity!), EpisodeKind.Existence, fact.Polity!, role);
}
