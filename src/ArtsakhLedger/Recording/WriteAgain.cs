using ArtsakhLedger.Http;
using ArtsakhLedger.Ledger;
using Npgsql;

namespace ArtsakhLedger.Recording;

/// <summary>Decides a request again where what it rested on was touched between the decision and the append.</summary>
public static class WriteAgain
{
    private const int Attempts = 8;
    private const string AgainKey = "ArtsakhLedger.WriteAgain";

    /// <summary>Whether a request is decided for the second time or later, since what it rested on was touched, or its id is taken.</summary>
    public static bool IsSecond(HttpContext context) => context.Items.ContainsKey(AgainKey);

    public static async Task WhileStaleAsync(HttpContext context, RequestDelegate next)
    {
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            await next(context);
            return;
        }

        context.Request.EnableBuffering();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                context.Request.Body.Position = 0;
                await next(context);
                return;
            }
            catch (StaleProposalException) when (attempt < Attempts)
            {
                context.Items[AgainKey] = true;
            }
            catch (StaleProposalException)
            {
                throw new RequestProblem(
                    StatusCodes.Status409Conflict,
                    "contended",
                    "Others keep changing what this request rests on.",
                    "Send it again in a moment."
                );
            }
            catch (PostgresException refused) when (refused is { SqlState: PostgresErrorCodes.UniqueViolation, TableName: "requests" })
            {
                throw Idempotency.InFlight();
            }
        }
    }
}
