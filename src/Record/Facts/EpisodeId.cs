namespace ArtsakhLedger.Facts;

/// <summary>The ids of episodes, which are the periods of things: <c>{thing}</c>, then <c>{thing}/2</c>, <c>{thing}/3</c> … in the order of time as known.</summary>
public static class EpisodeId
{
    /// <summary>The id of a period.</summary>
    /// <param name="thing">The thing: <c>{polity}/{kind}/{party}</c>, or <c>{polity}/existence</c>.</param>
    /// <param name="period">The number of the period.</param>
    public static string Of(string thing, int period) => period > 1 ? $"{thing}/{period}" : thing;

    /// <summary>The thing of which an episode is a period.</summary>
    public static string ThingOf(string episode)
    {
        var words = episode.Split('/');
        var length = words is [_, var kind, ..] && kind == EpisodeKind.Existence.Name ? 2 : 3;
        return words.Length > length ? string.Join('/', words[..length]) : episode;
    }
}
