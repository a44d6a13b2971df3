using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Pages.Problems;

/// <summary>A problem as a page shows it.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Type">The stable name of the type, in kebab-case.</param>
/// <param name="Title">What is wrong: one sentence for each type of problem.</param>
/// <param name="Message">What is wrong in this request, and what to do about it.</param>
/// <param name="Parameter">The parameter at fault; null where there is none.</param>
public sealed record ShownProblem(int Status, string Type, string Title, string Message, string? Parameter)
{
    /// <summary>The address of the current answer; null where there is none.</summary>
    public string? Current { get; init; }

    /// <summary>Everything that is wrong with a fact that was sent; empty for other problems.</summary>
    public IReadOnlyList<FactProblem> Errors { get; init; } = [];
}
