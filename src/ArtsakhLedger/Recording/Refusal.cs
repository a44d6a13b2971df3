using ArtsakhLedger.Http;
using ArtsakhLedger.Ledger;
using Wolverine.Http;

namespace ArtsakhLedger.Recording;

/// <summary>Refuses a draft that cannot be recorded, before anything is appended.</summary>
public sealed class Refusal(RequestProblem problem) : IResult
{
    /// <summary>Refuses a draft in which there is a problem.</summary>
    /// <exception cref="StaleProposalException">There is one in the state that this node has seen: the newest may be another.</exception>
    public static IResult Of(Draft draft) =>
        draft.Problem() is { } problem
            ? draft.IsTentative
                ? throw new StaleProposalException()
                : new Refusal(problem)
            : WolverineContinue.Result();

    /// <summary>Refuses where there is a problem.</summary>
    public static IResult Of(RequestProblem? problem) => problem is null ? WolverineContinue.Result() : new Refusal(problem);

    public Task ExecuteAsync(HttpContext httpContext) => ProblemAnswers.WriteAsync(httpContext, problem);
}
