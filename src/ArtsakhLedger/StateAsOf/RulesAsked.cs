using ArtsakhLedger.Http;

namespace ArtsakhLedger.StateAsOf;

/// <summary>The version of the rules of time that a pinned address names.</summary>
public static class RulesAsked
{
    /// <summary>Refuses a version that this program does not have.</summary>
    /// <param name="rules">The version asked for; null where the address names none.</param>
    /// <param name="current">The address of the current answer.</param>
    /// <exception cref="RequestProblem">410 for another version, 400 for what is none.</exception>
    public static void Require(string? rules, string current)
    {
        if (rules is null or StateQuestion.RulesVersion)
        {
            return;
        }

        if (!rules.All(char.IsAsciiDigit) || rules.Length is 0 or > 9)
        {
            throw RequestProblem.BadParameter(
                "rules",
                $"A version of the rules is a whole number; this program has version {StateQuestion.RulesVersion}. Leave 'rules' out for that one."
            );
        }

        var problem = new RequestProblem(
            StatusCodes.Status410Gone,
            "rules-version-gone",
            "This program no longer has that version of the rules.",
            $"Answers follow version {StateQuestion.RulesVersion} of the rules of time, not {rules}. The current answer is at the address in 'current'.",
            "rules"
        );
        problem.Members["current"] = current;
        throw problem;
    }
}
