namespace ArtsakhLedger.Http;

/// <summary>Shows people the outcome of a request: why it was refused, or what it did.</summary>
public interface IOutcomePages
{
    /// <summary>Writes an outcome as a page, where the client reads pages.</summary>
    /// <param name="outcome">Why the request was refused (<see cref="RequestProblem"/>), or what it did.</param>
    /// <param name="context">The request; the status of its answer is set already.</param>
    /// <returns>False where nothing was written, so that the outcome is sent as JSON.</returns>
    public Task<bool> TryShowAsync(object outcome, HttpContext context);

    /// <summary>The pages of the service that a request came to.</summary>
    public static IOutcomePages Of(HttpContext context) => context.RequestServices.GetRequiredService<IOutcomePages>();
}
