using ArtsakhLedger.Facts;
using ArtsakhLedger.Http;

namespace ArtsakhLedger.Recording;

/// <summary>A problem that prevents a batch from being recorded.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Pointer">The place on the line: a JSON pointer (RFC 6901), empty for the whole line.</param>
/// <param name="Message">What is wrong and what to write instead.</param>
public sealed record LineProblem(int Line, string Pointer, string Message)
{
    public override string ToString() => $"Line {Line}: {new FactProblem(Pointer, Message)}";
}

/// <summary>The problems of the lines of a batch.</summary>
public sealed class LineProblems
{
    /// <summary>How many problems an answer lists; it also gives their number.</summary>
    public const int MostNamed = 1000;

    private readonly List<LineProblem> named = [];
    private int count;
    private int unreadable;
    private int conflicts;

    /// <summary>Adds a line without a readable entry.</summary>
    public void AddUnreadable(int line, string why)
    {
        unreadable++;
        Add(line, new("", why));
    }

    /// <summary>Adds an entry that differs from what is recorded under its id.</summary>
    public void AddConflict(int line, FactProblem problem)
    {
        conflicts++;
        Add(line, problem);
    }

    /// <summary>Adds a problem of an entry.</summary>
    public void Add(int line, FactProblem problem)
    {
        count++;
        if (named.Count < MostNamed)
        {
            named.Add(new(line, problem.Pointer, problem.Message));
        }
    }

    /// <summary>Joins all of them: 400 if a line cannot be read, 409 if entries only differ from what is recorded, otherwise 422; null if
    /// there are none.</summary>
    public RequestProblem? ToProblem()
    {
        if (count == 0)
        {
            return null;
        }

        var detail =
            count == 1
                ? named[0].ToString()
                : $"{count} problems; 'errors' names {(count > named.Count ? $"the first {MostNamed}" : "each")} with its line and place.";
        var problem =
            unreadable > 0
                ? new RequestProblem(
                    StatusCodes.Status400BadRequest,
                    "malformed-body",
                    "The body is not what this address expects.",
                    detail
                )
            : conflicts == count ? new(StatusCodes.Status409Conflict, "conflict", "The record's state does not allow this.", detail)
            : new(StatusCodes.Status422UnprocessableEntity, "invalid-content", "What was sent cannot be recorded.", detail);
        problem.Members["errors"] = named.OrderBy(one => one.Line).ToList();
        return problem;
    }
}
