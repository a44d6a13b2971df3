using ArtsakhLedger.Corrections;
using ArtsakhLedger.Checks;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Http;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Sources;
using Microsoft.Net.Http.Headers;

namespace ArtsakhLedger.Recording;

/// <summary>A request to record a fact, with the state of the record that it is decided on. The decision is a pure function of the two.</summary>
/// <param name="Fact">The fact that was sent; null where it cannot be read.</param>
/// <param name="Unreadable">Why it cannot be read.</param>
/// <param name="Author">Who sends it.</param>
/// <param name="DecidedAt">The position of the state.</param>
/// <param name="Known">The state.</param>
public sealed record Draft(Fact? Fact, IReadOnlyList<FactProblem> Unreadable, Author Author, long DecidedAt, KnownRecord Known)
{
    private RequestProblem? problem;
    private bool isChecked;

    /// <summary>Makes the draft of the same request on the newest state, after this one has become stale.</summary>
    public required Func<Task<Draft>> RenewAsync { get; init; }

    /// <summary>The request's key, where it has one.</summary>
    public RequestKey? Key { get; init; }

    /// <summary>True where the state is the last one that this node has seen, and the record may have grown since: enough to append, which finds out
    /// whether the decision is stale, but not to answer from.</summary>
    public bool IsTentative { get; init; }

    /// <summary>True where an entry of the record has the id that was sent.</summary>
    public bool IdIsTaken { get; init; }

    /// <summary>The versions that a change may be based on (<c>If-Match</c>); empty where the request names none.</summary>
    public IReadOnlyList<EntityTagHeaderValue> OnlyIf { get; init; } = [];

    /// <summary>True for a change of a fact, which must name the version that it is based on.</summary>
    public bool NeedsVersion { get; init; }

    /// <summary>The current ETag of the fact that it is about; null where it is about none.</summary>
    public EntityTagHeaderValue? TargetTag { get; init; }

    /// <summary>Why it cannot be recorded: the first problem that prevents further checks, or else all problems; null where there is none.</summary>
    public RequestProblem? Problem()
    {
        if (!isChecked)
        {
            (problem, isChecked) = (FindProblem(), true);
        }

        return problem;
    }

    private RequestProblem? FindProblem()
    {
        if (NeedsVersion && Outdated() is { } outdated)
        {
            return outdated;
        }

        if (IdIsTaken)
        {
            return IdTaken(Fact!.Id);
        }

        var problems = Unreadable
            .Concat(Fact is null ? [] : FactCheck.ProblemsOf(Fact, Known, citation => Find(citation).Problems))
            .ToList();
        return problems.Count == 0 ? null
            : problems.TrueForAll(problem => problem.Pointer == "/fact") ? Conflict(problems[0])
            : Refused(problems);
    }

    /// <summary>What is to be appended. A quote that occurs once in its source's text is given its place there.</summary>
    public Proposal ToProposal()
    {
        var fact = CitationCheck.Placed(Fact!, citation => Find(citation).Citation);
        return new([fact], Author, DecidedAt)
        {
            Key = Key,
            LookedAt = [.. Known.DependenciesOf(fact)],
            BroughtBack =
                fact is FactReinstated reinstated && Known.Fact(reinstated.Target) is { } target
                    ? new Dictionary<string, Fact> { [fact.Id] = target.Content }
                    : new Dictionary<string, Fact>(),
        };
    }

    private RequestProblem? Outdated()
    {
        if (OnlyIf.Count == 0)
        {
            return new(
                StatusCodes.Status428PreconditionRequired,
                "version-missing",
                "A change must say which version it is made of.",
                "GET the fact, look at it, and send its ETag as If-Match, so that nobody's change is lost."
            );
        }

        return OnlyIf.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || EntityTags.SameVersion(tag, TargetTag!))
            ? null
            : new(
                StatusCodes.Status412PreconditionFailed,
                "version-outdated",
                "The fact has been touched since.",
                "Somebody changed it, or said something about it, after the version that If-Match names. GET it again and decide anew."
            );
    }

    private static RequestProblem Conflict(FactProblem problem) =>
        new(
            StatusCodes.Status409Conflict,
            "conflict",
            "The record's state does not allow this.",
            $"{char.ToUpperInvariant(problem.Message[0])}{problem.Message[1..]}."
        );

    /// <summary>All problems of what was sent, each with its place.</summary>
    public static RequestProblem Refused(IReadOnlyList<FactProblem> problems)
    {
        var refused = new RequestProblem(
            StatusCodes.Status422UnprocessableEntity,
            "invalid-content",
            "What was sent cannot be recorded.",
            problems.Count == 1 ? problems[0].ToString() : $"{problems.Count} problems; 'errors' names each with its place."
        );
        refused.Members["errors"] = problems;
        return refused;
    }

    private QuoteFinding Find(Citation citation) => QuoteCheck.Of(citation, Known.Source(citation.Source), Known.Texts);

    /// <summary>A fact repeats one that is recorded.</summary>
    public static RequestProblem Repeated(Repetition repeated) =>
        new(
            StatusCodes.Status409Conflict,
            "already-recorded",
            "The ledger has a fact that says the same.",
            $"'{repeated.Recorded}' says the same, with the same dates and from the same passage: GET /facts/{repeated.Recorded}. If another source says it too, corroborate that one: POST /facts/{repeated.Recorded}/corroborations."
        );

    /// <summary>An entry with this id is recorded already.</summary>
    public static RequestProblem IdTaken(string id) =>
        new(
            StatusCodes.Status409Conflict,
            "id-taken",
            "The ledger has an entry with this id already.",
            $"There is an entry '{id}'. Send another id, or none to have one derived; to change what is recorded, correct it."
        );
}
