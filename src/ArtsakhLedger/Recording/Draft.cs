using ArtsakhLedger.Checks;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Http;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Sources;
using Microsoft.Net.Http.Headers;

namespace ArtsakhLedger.Recording;

/// <summary>A request to record a fact, and the state of the record against which it is checked. The decision is a pure function of
/// both.</summary>
/// <param name="Fact">The fact that was sent; null if it cannot be read.</param>
/// <param name="Unreadable">Why it cannot be read.</param>
/// <param name="Author">Who sent it.</param>
/// <param name="DecidedAt">The position of that state.</param>
/// <param name="Known">The state of the record.</param>
public sealed record Draft(Fact? Fact, IReadOnlyList<FactProblem> Unreadable, Author Author, long DecidedAt, KnownRecord Known)
{
    private RequestProblem? problem;
    private bool isChecked;

    /// <summary>Drafts the same request again on the newest state, if this draft has become stale.</summary>
    public required Func<Task<Draft>> RenewAsync { get; init; }

    /// <summary>The request's key, if it has one.</summary>
    public RequestKey? Key { get; init; }

    /// <summary>True if the record may have grown since this node last saw its state. Such a draft may be appended, which fails if the
    /// decision is stale, but not refused.</summary>
    public bool IsTentative { get; init; }

    /// <summary>True if the id that was sent is already taken.</summary>
    public bool IdIsTaken { get; init; }

    /// <summary>The versions that a change may be based on (<c>If-Match</c>); empty if the request names none.</summary>
    public IReadOnlyList<EntityTagHeaderValue> OnlyIf { get; init; } = [];

    /// <summary>True for a change of a fact, which must name the version that it is based on.</summary>
    public bool NeedsVersion { get; init; }

    /// <summary>The current ETag of the fact that it is about; null if it is about none.</summary>
    public EntityTagHeaderValue? TargetTag { get; init; }

    /// <summary>Why it cannot be recorded: the first problem that prevents further checks, otherwise all problems; null if there are
    /// none.</summary>
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

    /// <summary>What to append. A quote that occurs once in its source's text gets its position there.</summary>
    public Proposal ToProposal()
    {
        var fact = CitationCheck.Placed(Fact!, citation => Find(citation).Citation);
        return new([fact], Author, DecidedAt)
        {
            Key = Key,
            DependsOn = [.. Known.DependenciesOf(fact)],
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
                "A change must name the version that it changes.",
                "GET the fact, look at it, and send its ETag as If-Match, so that nobody's change is lost."
            );
        }

        return OnlyIf.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || EntityTags.SameVersion(tag, TargetTag!))
            ? null
            : new(
                StatusCodes.Status412PreconditionFailed,
                "version-outdated",
                "The fact has changed since.",
                "It was changed, corroborated or denied after the version that If-Match names. GET it again, and decide again."
            );
    }

    private static RequestProblem Conflict(FactProblem problem) =>
        new(
            StatusCodes.Status409Conflict,
            "conflict",
            "The record's state does not allow this.",
            $"{char.ToUpperInvariant(problem.Message[0])}{problem.Message[1..]}."
        );

    /// <summary>Joins all problems of a request, each with its place.</summary>
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

    /// <summary>The problem of an id that is already taken.</summary>
    public static RequestProblem IdTaken(string id) =>
        new(
            StatusCodes.Status409Conflict,
            "id-taken",
            "The ledger has an entry with this id already.",
            $"There is an entry '{id}'. Send another id, or none to have one derived; to change what is recorded, correct it."
        );
}
