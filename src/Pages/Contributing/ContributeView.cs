using ArtsakhLedger.DryRuns;
using ArtsakhLedger.Pages.Problems;

namespace ArtsakhLedger.Pages.Contributing;

/// <summary>The form for a new fact.</summary>
/// <param name="Form">What is filled in so far; null until a kind of fact is chosen.</param>
public sealed record ContributeView(FilledForm? Form)
{
    /// <summary>The polity to start with; null where none was asked for.</summary>
    public string? Polity { get; init; }

    /// <summary>Why the form as it was sent was refused; null where it was not.</summary>
    public ShownProblem? Refused { get; init; }

    /// <summary>What the fact would change; null unless that was asked for.</summary>
    public DryRunAnswer? WouldChange { get; init; }

    /// <summary>Which quotes there is no text to compare with, as a sentence; null where there are none, or nothing was asked.</summary>
    public string? Uncompared { get; init; }

    /// <summary>Everything that is wrong with the form.</summary>
    public IReadOnlyList<FormProblem> Problems { get; init; } = [];

    /// <summary>What is wrong with a box; null where nothing is.</summary>
    public string? ProblemOf(string box) =>
        Problems.Where(problem => problem.Box == box).Select(problem => problem.Message).ToList() is { Count: > 0 } all
            ? string.Join(" ", all)
            : null;

    /// <summary>The title of the page.</summary>
    public string Title =>
        Form is null
            ? "Contribute a fact"
            : $"{(Refused is not null ? "Not recorded: " : WouldChange is not null ? "What would change: " : "Contribute: ")}{Form.Type.Replace('-', ' ')}";
}
