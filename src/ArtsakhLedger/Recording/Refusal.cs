using ArtsakhLedger.Http;
using Wolverine.Http;

namespace ArtsakhLedger.Recording;

/// <summary>Refuses a draft that cannot be recorded, before anything is appended.</summary>
public sealed class Refusal(RequestProblem problem) : IResult
{
    public static IResult Of(Draft draft) => draft.Problem() is { } problem ? new Refusal(problem) : WolverineContinue.Result();

    public Task ExecuteAsync(HttpContext httpContext) => ProblemAnswers.WriteAsync(httpContext, problem);
}
