using ArtsakhLedger.Asking;
using ArtsakhLedger.Database;
using ArtsakhLedger.Http;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Recording;
using Microsoft.AspNetCore.Diagnostics;
using TransparencyLog;

namespace ArtsakhLedger.Serving;

/// <summary>Turns exceptions into problem details.</summary>
public sealed class ProblemExceptionHandler(DatabaseMonitor watch, ILogger<ProblemExceptionHandler> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var problem = exception switch
        {
            RequestProblem request => request,
            QuestionProblem question => RequestProblem.Of(question),
            CanonicalJsonException inexact => new(
                StatusCodes.Status400BadRequest,
                "cannot-be-kept",
                "A value cannot be stored exactly as it is.",
                inexact.Message
            ),
            ContendedException => new(
                StatusCodes.Status409Conflict,
                "contended",
                "Others keep changing what this request depends on.",
                "Send it again in a moment."
            ),
            RequestInProgressException => Idempotency.InFlight(),
            BadHttpRequestException bad => new(bad.StatusCode, "malformed-request", "The request is malformed.", bad.Message),
            _ when DatabaseErrors.IsUnavailable(exception) => Away(exception),
            _ => Unexpected(exception),
        };
        await ProblemAnswers.WriteAsync(httpContext, problem);
        return true;
    }

    private RequestProblem Away(Exception exception)
    {
        watch.Report(exception);
        return new(
            StatusCodes.Status503ServiceUnavailable,
            "database-unavailable",
            "The ledger's database cannot be reached.",
            "The service tries again by itself; ask again in a moment. GET /health/ready tells when it is back."
        );
    }

    private RequestProblem Unexpected(Exception exception)
    {
        log.LogError(exception, "An answer failed");
        return new(
            StatusCodes.Status500InternalServerError,
            "internal-error",
            "The service failed to answer.",
            "This is a defect of the program, not of the request; the service's log has the details."
        );
    }
}
