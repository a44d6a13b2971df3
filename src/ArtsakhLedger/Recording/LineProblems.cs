using ArtsakhLedger.Facts;
using ArtsakhLedger.Http;

namespace ArtsakhLedger.Recording;

/// <summary>Something that keeps a batch from being recorded.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Pointer">Where on it: a JSON pointer (RFC 6901), empty for the whole.</param>
/// <param name="Message">What is wrong and what to write instead.</param>
public sealed record LineProblem(int Line, string Pointer, string Message)
{
    public override string ToString() => $"Line {Line}: {new FactProblem(Pointer, Message)}";
}

/// <summary>All that is wrong with the lines of a batch.</summary>
public sealed class LineProblems
{
    /// <summary>How many problems an answer names; it says how many there are.</summary>
    public const int MostNamed = 1000;

    private readonly List<LineProblem> named = [];
    private int count;
    private int unreadable;
    private int conflicts;

    /// <summary>Adds a line that holds no entry.</summary>
    public void AddUnreadable(int line, string why)
    {
        unreadable++;
        Add(line, new("", why));
    }

    /// <summary>Adds an entry that says something else than what is recorded.</summary>
    public void AddConflict(int line, FactProblem problem)
    {
        conflicts++;
        Add(line, problem);
    }

    /// <summary>Adds what is wrong with an entry.</summary>
    public void Add(int line, FactProblem problem)
    {
        count++;
        if (named.Count < MostNamed)
        {
            named.Add(new(line, problem.Pointer, problem.Message));
        }
    }

    /// <summary>All of them as one answer: 400 where a line cannot be read, 409 where nothing is wrong but that something else is recorded, otherwise 422;
    /// null where there are none.</summary>
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
                ? new RequestProblem(StatusCodes.Status400BadRequest, "malformed-body", "The body is not what this address takes.", detail)
            : conflicts == count ? new(StatusCodes.Status409Conflict, "conflict", "The record's state does not allow this.", detail)
            : new(StatusCodes.Status422UnprocessableEntity, "invalid-content", "What was sent cannot be recorded.", detail);
        problem.Members["errors"] = named.OrderBy(one => one.Line).ToList();
        return problem;
    }
}
