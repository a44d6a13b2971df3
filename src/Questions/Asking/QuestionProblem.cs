namespace ArtsakhLedger.Asking;

/// <summary>Why a question cannot be answered.</summary>
public enum Unanswerable
{
    /// <summary>A value of the question cannot be used.</summary>
    Invalid,

    /// <summary>The ledger does not have what the question names, or did not have it then.</summary>
    Unknown,

    /// <summary>This program no longer has the version of the rules that the question names.</summary>
    Gone,
}

/// <summary>A question that cannot be answered as it stands. The message says what to ask instead.</summary>
/// <param name="reason">Why it cannot be answered.</param>
/// <param name="type">A stable name of the kind of problem, in kebab-case.</param>
/// <param name="title">What is wrong: the same sentence for every problem of the kind.</param>
/// <param name="detail">What is wrong here, and what to ask instead.</param>
/// <param name="parameter">The parameter that it is about; null where it is about none.</param>
public sealed class QuestionProblem(Unanswerable reason, string type, string title, string detail, string? parameter = null)
    : Exception(detail)
{
    /// <inheritdoc cref="Unanswerable"/>
    public Unanswerable Reason { get; } = reason;

    /// <summary>A stable name of the kind of problem, in kebab-case.</summary>
    public string Type { get; } = type;

    /// <summary>What is wrong: the same sentence for every problem of the kind.</summary>
    public string Title { get; } = title;

    /// <summary>The parameter that it is about.</summary>
    public string? Parameter { get; } = parameter;

    /// <summary>What a program needs to know beside the message, by name: the ledger's head, the address of the current answer.</summary>
    public IDictionary<string, object?> Members { get; } = new Dictionary<string, object?>();

    /// <summary>The same problem with a parameter of another name.</summary>
    public QuestionProblem Of(string parameter)
    {
        var problem = new QuestionProblem(Reason, Type, Title, Message, parameter);
        foreach (var (name, value) in Members)
        {
            problem.Members[name] = value;
        }

        return problem;
    }

    /// <summary>A parameter has a value that cannot be used.</summary>
    public static QuestionProblem BadParameter(string parameter, string detail) =>
        new(Unanswerable.Invalid, "invalid-parameter", "A query parameter has a value that cannot be used.", detail, parameter);

    /// <summary>The ledger does not know what the question is about.</summary>
    /// <param name="what">What it is: a polity, an entity, a fact.</param>
    /// <param name="detail">What is wrong here, and what to ask instead.</param>
    public static QuestionProblem NotFound(string what, string detail) =>
        new(Unanswerable.Unknown, $"unknown-{what}", $"The ledger does not know this {what}.", detail, what);
}
