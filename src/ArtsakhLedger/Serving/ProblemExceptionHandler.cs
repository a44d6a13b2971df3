using ArtsakhLedger.Asking;
using ArtsakhLedger.Database;
using ArtsakhLedger.Http;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Recording;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Diagnostics;
using TransparencyLog;

namespace ArtsakhLedger.Serving;

/// <summary>Turns exceptions into problem details.</summary>
public sealed class ProblemExceptionHandler(DatabaseMonitor watch, ILogger<ProblemExceptionHandler> log) : IExceptionHandler
{
    private bool isTooOld;

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is ConnectionAbortedException or OperationCanceledException { InnerException: ConnectionAbortedException })
        {
            // The client has gone, or the service is stopping: nobody reads an answer, and nothing is wrong.
            httpContext.Abort();
            return true;
        }

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
            RepeatedFactException repetition => Recording.Draft.Repeated(repetition.Repeated),
            ContendedException => new(
                StatusCodes.Status409Conflict,
                "contended",
                "Others keep changing what this request depends on.",
                "Send it again in a moment."
            ),
            RequestInProgressException => Idempotency.InFlight(),
            BadHttpRequestException bad => new(bad.StatusCode, "malformed-request", "The request is malformed.", bad.Message),
            NewerRecordException newer => TooOld(newer),
            _ when DatabaseErrors.IsUnavailable(exception) => Away(exception),
            _ => Unexpected(exception),
        };
        await ProblemAnswers.WriteAsync(httpContext, problem);
        return true;
    }

    private RequestProblem Away(Exception exception)
    {
        watch.Report(exception);
        var reason = watch.RefusesStart ?? DatabaseErrors.ReasonOf(exception);
        return DatabaseErrors.RefusesWritesOnly(exception)
            ? new(
                StatusCodes.Status503ServiceUnavailable,
                "database-refuses-writes",
                "Nothing can be recorded at present.",
                $"The ledger's database answers questions, but it records nothing: {reason}. Send it again when whoever runs the service has mended that."
            )
            : new(
                StatusCodes.Status503ServiceUnavailable,
                "database-unavailable",
                "The ledger's database cannot be used at present.",
                $"The database is away: {reason}. The service tries again by itself; ask again in a moment. GET /health/ready tells when it is back."
            );
    }

    private RequestProblem TooOld(NewerRecordException newer)
    {
        // It stays so until the program is replaced.
        if (!Interlocked.Exchange(ref isTooOld, true))
        {
            log.LogError("{Problem}", newer.Message);
        }

        return ProgramTooOld(newer);
    }

    /// <summary>The answer of a program that is older than the record.</summary>
    public static RequestProblem ProgramTooOld(NewerRecordException newer) =>
        new(StatusCodes.Status503ServiceUnavailable, "program-too-old", "This program is older than the record.", newer.Message);

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
