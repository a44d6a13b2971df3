namespace ArtsakhLedger.Http;

/// <summary>Shows the outcome of a request as a page: why it was refused, or what it did.</summary>
public interface IOutcomePages
{
    /// <summary>Writes an outcome as a page if the client prefers pages.</summary>
    /// <param name="outcome">Why the request was refused (<see cref="RequestProblem"/>), or what it did.</param>
    /// <param name="context">The request; the status of its response is already set.</param>
    /// <returns>False if nothing was written, so that the outcome is sent as JSON.</returns>
    public Task<bool> TryShowAsync(object outcome, HttpContext context);

    /// <summary>The pages of the service that received a request.</summary>
    public static IOutcomePages Of(HttpContext context) => context.RequestServices.GetRequiredService<IOutcomePages>();
}
