using ArtsakhLedger.Http;

namespace ArtsakhLedger.Recording;

/// <summary>The <c>dry-run</c> of a request that writes.</summary>
public static class DryRunParameter
{
    /// <summary>The parameter's name.</summary>
    public const string Parameter = "dry-run";

    /// <summary>Whether a request asks what it would do, rather than to do it.</summary>
    /// <param name="value">What was sent; null where nothing was.</param>
    /// <exception cref="RequestProblem">400 for anything but <c>true</c> and <c>false</c>, so that a mistyped dry run records nothing.</exception>
    public static bool Parse(string? value) =>
        value switch
        {
            null or "false" => false,
            "true" => true,
            _ => throw RequestProblem.BadParameter(
                Parameter,
                "Send dry-run=true to be told which answers would flip while nothing is appended, or leave it out."
            ),
        };
}
