using ArtsakhLedger.Http;
using Wolverine.Http;

namespace ArtsakhLedger.Recording;

/// <summary>Refuses a draft that cannot be recorded, before anything is appended.</summary>
public sealed class Refusal(RequestProblem problem) : IResult
{
    /// <summary>Refuses a draft that has a problem.</summary>
    public static IResult Of(Draft draft) => Of(draft.Problem());

    /// <summary>Refuses if there is a problem.</summary>
    public static IResult Of(RequestProblem? problem) => problem is null ? WolverineContinue.Result() : new Refusal(problem);

    public Task ExecuteAsync(HttpContext httpContext) => ProblemAnswers.WriteAsync(httpContext, problem);
}
