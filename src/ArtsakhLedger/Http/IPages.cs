namespace ArtsakhLedger.Http;

/// <summary>Shows people what programs get as JSON. Who answers does not know how that looks.</summary>
public interface IPages
{
    /// <summary>Writes an answer as its page or its picture, whichever was chosen.</summary>
    public Task ShowAsync(Answer answer, HttpContext context);

    /// <summary>Writes what became of a request as a page, where whoever sent it reads pages.</summary>
    /// <param name="outcome">Why it was refused (<see cref="RequestProblem"/>), or what it did.</param>
    /// <param name="context">The request; the status of its answer is set already.</param>
    /// <returns>False where nothing was written: it is told as a program is told.</returns>
    public Task<bool> TryShowAsync(object outcome, HttpContext context);

    /// <summary>The pages of the service that a request came to.</summary>
    public static IPages Of(HttpContext context) => context.RequestServices.GetRequiredService<IPages>();
}
