using Microsoft.AspNetCore.Http;

namespace ArtsakhLedger.Pages.Problems;

/// <summary>A problem, with a form to ask the question again.</summary>
/// <param name="Problem">The problem.</param>
/// <param name="Path">The path of the request.</param>
/// <param name="Fields">The boxes of the form, with what was typed.</param>
public sealed record ProblemView(ShownProblem Problem, string Path, IReadOnlyList<TypedField> Fields)
{
    private static readonly string[] NotTyped = ["cursor", "limit", "rules"];

    /// <summary>The page for the problem of a request.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="request">The request.</param>
    /// <param name="known">The parameters that the address takes; none where there is no such address.</param>
    public static ProblemView Of(ShownProblem problem, HttpRequest request, IReadOnlyList<string> known)
    {
        var fields = known
            .Except(NotTyped)
            .Where((name, place) => place == 0 || name == problem.Parameter || request.Query.ContainsKey(name))
            .Select(name => new TypedField(name, request.Query[name].LastOrDefault(), name == problem.Parameter));
        return new(problem, request.Path.Value ?? "/", HttpMethods.IsGet(request.Method) ? [.. fields] : []);
    }
}

/// <summary>A box of the form.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Value">What was typed; null where nothing was.</param>
/// <param name="IsWrong">Whether the problem is about it.</param>
public sealed record TypedField(string Name, string? Value, bool IsWrong)
{
    /// <summary>The label of the box.</summary>
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
