using ArtsakhLedger.Checks;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Http;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Sources;
using Microsoft.Net.Http.Headers;

namespace ArtsakhLedger.Recording;

/// <summary>What somebody wants to record, as it was sent, with the state of the record that it is decided on. Deciding is a pure function of the two.</summary>
/// <param name="Fact">What was sent; null where it cannot be read.</param>
/// <param name="Unreadable">Why not.</param>
/// <param name="Author">Who sends it.</param>
/// <param name="DecidedAt">The position of the state.</param>
/// <param name="Known">The state.</param>
public sealed record Draft(Fact? Fact, IReadOnlyList<FactProblem> Unreadable, Author Author, long DecidedAt, KnownRecord Known)
{
    /// <summary>The request's key, where it has one.</summary>
    public RequestKey? Key { get; init; }

    /// <summary>True where the state is what this node has seen, and more may be recorded by now: enough to append, since that finds out
    /// what was touched, but no ground to refuse anything.</summary>
    public bool IsTentative { get; init; }

    /// <summary>The id that is sent is an entry's already.</summary>
    public bool IdIsTaken { get; init; }

    /// <summary>The versions that a change may be made of (<c>If-Match</c>); empty where none is named.</summary>
    public IReadOnlyList<EntityTagHeaderValue> OnlyIf { get; init; } = [];

    /// <summary>True for what changes a fact: it must say of which version it is made.</summary>
    public bool NeedsVersion { get; init; }

    /// <summary>The ETag of the fact that it is about, as known; null for what is about none.</summary>
    public EntityTagHeaderValue? TargetTag { get; init; }

    /// <summary>Why it cannot be recorded: the first reason that stands in the way of looking further, or everything that is wrong with it; null where nothing is.</summary>
    public RequestProblem? Problem()
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

    /// <summary>What is appended, with every quote's place filled in that stands once in its source's text.</summary>
    public Proposal ToProposal()
    {
        var fact = CitationCheck.Placed(Fact!, citation => Find(citation).Citation);
        return new([fact], Author, DecidedAt) { Key = Key, LookedAt = [.. Known.DependenciesOf(fact)] };
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

    /// <summary>Everything that is wrong with what was sent, each with its place.</summary>
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

    /// <summary>An entry with this id is recorded already.</summary>
    public static RequestProblem IdTaken(string id) =>
        new(
            StatusCodes.Status409Conflict,
            "id-taken",
            "The ledger has an entry with this id already.",
            $"There is an entry '{id}'. Send another id, or none to have one derived; to change what is recorded, correct it."
        );
}
