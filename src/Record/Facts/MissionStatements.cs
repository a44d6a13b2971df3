namespace ArtsakhLedger.Facts;

/// <summary>What entries say of missions.</summary>
internal static class MissionStatements
{
    private const string Default = "representative office";

    public static string OfOffice(EpisodeWords words)
    {
        var mission = Article.Before(words["type"] ?? Default);
        var place =
            words["city"] is { } city ? $" in {city}"
            : words["to"] is null ? $" in {words.Party}"
            : "";
        var others = words["accreditedTo"] is { } further ? $", also for {further}" : "";
        return $"{words.Polity} had {mission}{words.After("to", "to")}{place}{others}";
    }

    public static string OfHostedOffice(EpisodeWords words) =>
        $"{words.Party} had {Article.Before(words["type"] ?? Default)} in {words["city"] ?? words.Polity}";
}
