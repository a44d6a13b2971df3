namespace ArtsakhLedger.Asking;

/// <summary>Why a question cannot be answered.</summary>
public enum Unanswerable
{
    /// <summary>A parameter has an invalid value.</summary>
    Invalid,

    /// <summary>The ledger does not have what the question names, or did not have it then.</summary>
    Unknown,

    /// <summary>This program no longer has the version of the rules that the question names.</summary>
    Gone,
}

/// <summary>A question that cannot be answered as it is. The message says what to ask instead.</summary>
/// <param name="reason">Why it cannot be answered.</param>
/// <param name="type">A stable name of the kind of problem, in kebab-case.</param>
/// <param name="title">What is wrong: the same sentence for every problem of the kind.</param>
/// <param name="detail">What is wrong here, and what to ask instead.</param>
/// <param name="parameter">The parameter at fault; null if there is none.</param>
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

    /// <summary>Further details for programs, by name: the ledger's head, the address of the current answer.</summary>
    public IDictionary<string, object?> Members { get; } = new Dictionary<string, object?>();

    /// <summary>The same problem under another parameter's name.</summary>
    public QuestionProblem Of(string parameter)
    {
        var problem = new QuestionProblem(Reason, Type, Title, Message, parameter);
        foreach (var (name, value) in Members)
        {
            problem.Members[name] = value;
        }

        return problem;
    }

    /// <summary>The problem of a parameter with an invalid value.</summary>
    public static QuestionProblem BadParameter(string parameter, string detail) =>
        new(Unanswerable.Invalid, "invalid-parameter", "A query parameter has a value that cannot be used.", detail, parameter);

    /// <summary>The problem of something that the ledger does not know.</summary>
    /// <param name="what">The kind of thing: a polity, an entity, a fact.</param>
    /// <param name="detail">What is wrong here, and what to ask instead.</param>
    public static QuestionProblem NotFound(string what, string detail) =>
        new(Unanswerable.Unknown, $"unknown-{what}", $"The ledger does not know this {what}.", detail, what);
}
