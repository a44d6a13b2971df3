namespace ArtsakhLedger.Pages;

/// <summary>Carries a state of knowledge from the pages of a polity to others.</summary>
public static class KnownElsewhere
{
    /// <summary>A short batch name means something beside its polity only; everything else means the same everywhere.</summary>
    /// <param name="polity">The polity's id.</param>
    /// <param name="knownAt">What was asked for; null for the newest.</param>
    public static string? Of(string polity, string? knownAt) =>
        knownAt is not null && knownAt.Any(char.IsAsciiLetterLower) && !knownAt.Contains('/', StringComparison.Ordinal) ? $"{polity}/{knownAt}" : knownAt;
}
