using ArtsakhLedger.Http;

namespace ArtsakhLedger.StateAsOf;

/// <summary>The version of the rules of time that a pinned address names.</summary>
public static class RulesAsked
{
    /// <summary>Refuses a version that this program does not have.</summary>
    /// <param name="rules">The version asked for; null where the address names none.</param>
    /// <param name="current">The address of the current answer.</param>
    /// <exception cref="RequestProblem">410 for another version.</exception>
    public static void Require(string? rules, string current)
    {
        if (rules is null or StateQuestion.RulesVersion)
        {
            return;
        }

        var problem = new RequestProblem(StatusCodes.Status410Gone, "rules-version-gone", "This program no longer has that version of the rules.",
            $"Answers follow version {StateQuestion.RulesVersion} of the rules of time, not '{(rules.Length > 20 ? rules[..20] + "…" : rules)}'. The current answer is at the address in 'current'.", "rules");
        problem.Members["current"] = current;
        throw problem;
    }
}
