using System.Globalization;

namespace ArtsakhLedger.Pages;

/// <summary>When something was recorded: "26 November 2026, 16:22 UTC".</summary>
internal static class InstantInWords
{
    public static string Of(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>To the second, for the <c>datetime</c> attribute.</summary>
    public static string Rfc3339(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
