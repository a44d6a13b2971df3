using ArtsakhLedger.Database;

namespace ArtsakhLedger.Serving;

/// <summary>What holds for every answer of the service, whoever gives it.</summary>
public static class EveryAnswer
{
    public static async Task MarkAsync(HttpContext context, RequestDelegate next)
    {
        // On starting, because whoever tells a problem clears the headers first.
        context.Response.OnStarting(
            static state =>
            {
                ((HttpResponse)state).Headers.XContentTypeOptions = "nosniff";
                return Task.CompletedTask;
            },
            context.Response
        );
        await next(context);
        if (context.Response.StatusCode == StatusCodes.Status201Created)
        {
            context.RequestServices.GetRequiredService<DatabaseMonitor>().ReportRecorded();
        }
    }
}
