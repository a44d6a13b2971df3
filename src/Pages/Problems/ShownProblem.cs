using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Pages.Problems;

/// <summary>A problem as a page shows it.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Type">A stable name of the kind of problem, in kebab-case.</param>
/// <param name="Title">What is wrong: the same sentence for every problem of the kind.</param>
/// <param name="Message">What is wrong here, and what to do about it.</param>
/// <param name="Parameter">The parameter that it is about; null where it is about none.</param>
public sealed record ShownProblem(int Status, string Type, string Title, string Message, string? Parameter)
{
    /// <summary>The address that the problem leads to, such as that of the current answer.</summary>
    public string? Current { get; init; }

    /// <summary>Everything that is wrong with a fact that was sent; empty where the problem is another.</summary>
    public IReadOnlyList<FactProblem> Errors { get; init; } = [];
}
