using ArtsakhLedger.Http;

namespace ArtsakhLedger.Recording;

/// <summary>The parameter <c>dry-run</c> of a request that writes.</summary>
public static class DryRunParameter
{
    /// <summary>The parameter's name.</summary>
    public const string Parameter = "dry-run";

    /// <summary>Whether a request only asks what it would change.</summary>
    /// <param name="value">The value that was sent; null if there is none.</param>
    /// <exception cref="RequestProblem">400 for anything but <c>true</c> and <c>false</c>, so that a mistyped dry run records
    /// nothing.</exception>
    public static bool Parse(string? value) =>
        value switch
        {
            null or "false" => false,
            "true" => true,
            _ => throw RequestProblem.BadParameter(
                Parameter,
                "Send dry-run=true to see which answers would flip without appending anything, or leave it out."
            ),
        };
}
