using ArtsakhLedger.Asking;

namespace ArtsakhLedger.Http;

/// <summary>A request that cannot be answered or carried out as it is. Over HTTP it becomes problem details (RFC 9457), on the command line
/// a sentence and exit code 1.</summary>
public sealed class RequestProblem : Exception
{
    public RequestProblem(int status, string type, string title, string detail, string? parameter = null)
        : base(detail) => (Status, Type, Title, Parameter) = (status, type, title, parameter);

    /// <summary>The HTTP status.</summary>
    public int Status { get; }

    /// <summary>A stable name of the kind of problem, in kebab-case.</summary>
    public string Type { get; }

    /// <summary>What is wrong: the same sentence for every problem of the kind.</summary>
    public string Title { get; }

    /// <summary>The query parameter or field that it is about.</summary>
    public string? Parameter { get; }

    /// <summary>Further members of the problem details, such as the head.</summary>
    public IDictionary<string, object?> Members { get; } = new Dictionary<string, object?>();

    /// <summary>Converts the problem of a question.</summary>
    public static RequestProblem Of(QuestionProblem question)
    {
        var status = question.Reason switch
        {
            Unanswerable.Unknown => StatusCodes.Status404NotFound,
            Unanswerable.Gone => StatusCodes.Status410Gone,
            _ => StatusCodes.Status400BadRequest,
        };
        var problem = new RequestProblem(status, question.Type, question.Title, question.Message, question.Parameter);
        foreach (var (name, value) in question.Members)
        {
            problem.Members[name] = value;
        }

        return problem;
    }

    public static RequestProblem BadParameter(string parameter, string detail) => Of(QuestionProblem.BadParameter(parameter, detail));

    public static RequestProblem NotFound(string what, string detail) => Of(QuestionProblem.NotFound(what, detail));
}
