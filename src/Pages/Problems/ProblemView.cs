using Microsoft.AspNetCore.Http;

namespace ArtsakhLedger.Pages.Problems;

/// <summary>A question that cannot be answered, with all that was typed.</summary>
/// <param name="Problem">What is wrong.</param>
/// <param name="Path">The path that was asked.</param>
/// <param name="Fields">The question as it can be asked again.</param>
public sealed record ProblemView(ShownProblem Problem, string Path, IReadOnlyList<TypedField> Fields)
{
    private static readonly string[] NotTyped = ["cursor", "limit", "rules"];

    /// <summary>The problem of a request.</summary>
    /// <param name="problem">What is wrong.</param>
    /// <param name="request">The request.</param>
    /// <param name="known">The parameters that its address takes; none where there is nothing at the address.</param>
    public static ProblemView Of(ShownProblem problem, HttpRequest request, IReadOnlyList<string> known)
    {
        var fields = known
            .Except(NotTyped)
            .Where((name, place) => place == 0 || name == problem.Parameter || request.Query.ContainsKey(name))
            .Select(name => new TypedField(name, request.Query[name].LastOrDefault(), name == problem.Parameter));
        return new(problem, request.Path.Value ?? "/", HttpMethods.IsGet(request.Method) ? [.. fields] : []);
    }
}

/// <summary>A box of the question.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Value">What was typed; null where nothing was.</param>
/// <param name="IsWrong">Whether the problem is about it.</param>
public sealed record TypedField(string Name, string? Value, bool IsWrong)
{
    /// <summary>What the box is for.</summary>
    public string Label =>
        Name switch
        {
            "on" => "Date",
            "from" => "From the date",
            "to" => "To the date",
            "known-at" => "As known at",
            "known-from" => "Known before, as of",
            "known-to" => "Known after, as of",
            "kind" => "Kind",
            "party" => "Party",
            "q" => "Name",
            _ => Name,
        };
}
