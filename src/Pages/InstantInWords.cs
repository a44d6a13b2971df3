using System.Globalization;

namespace ArtsakhLedger.Pages;

/// <summary>A time at which something was recorded: for people "26 November 2026, 16:22 UTC", for programs as RFC 3339 has it.</summary>
public static class InstantInWords
{
    public static string Of(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>To the second, as the <c>datetime</c> of an element has it.</summary>
    public static string Rfc3339(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
