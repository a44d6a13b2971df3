namespace ArtsakhLedger.Asking;

/// <summary>The version of the rules of time that a pinned address names.</summary>
public static class RulesVersion
{
    /// <summary>The version of the rules of time that answers follow; a release that would change a pinned answer raises it.</summary>
    public const string Current = "2";

    /// <summary>Rejects a version that this program does not have.</summary>
    /// <param name="rules">The version asked for; null where the address names none.</param>
    /// <param name="current">The address of the current answer.</param>
    /// <exception cref="QuestionProblem">410 for another version, 400 for a value that is not a version.</exception>
    public static void Require(string? rules, string current)
    {
        if (rules is null or Current)
        {
            return;
        }

        if (!rules.All(char.IsAsciiDigit) || rules.Length is 0 or > 9)
        {
            throw QuestionProblem.BadParameter(
                "rules",
                $"A version of the rules is a whole number; this program has version {Current}. Leave 'rules' out for that one."
            );
        }

        var problem = new QuestionProblem(
            Unanswerable.Gone,
            "rules-version-gone",
            "This program no longer has that version of the rules.",
            $"Answers follow version {Current} of the rules of time, not {rules}. The current answer is at the address in 'current'.",
            "rules"
        );
        problem.Members["current"] = current;
        throw problem;
    }
}
