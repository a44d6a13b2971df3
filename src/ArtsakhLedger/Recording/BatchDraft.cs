using ArtsakhLedger.Facts;
using ArtsakhLedger.Http;
using ArtsakhLedger.Ledger;

namespace ArtsakhLedger.Recording;

/// <summary>A batch to record, checked against a state of the record.</summary>
/// <param name="Name">Its name, <c>{polity}/{NNNN-name}</c>.</param>
/// <param name="Facts">Its entries that are not recorded yet, in order. A quote that occurs once in its source's text has its position
/// filled in.</param>
/// <param name="Problems">The problems of its lines.</param>
/// <param name="Author">Who sent it.</param>
/// <param name="DecidedAt">The position of that state.</param>
public sealed record BatchDraft(string Name, IReadOnlyList<Fact> Facts, LineProblems Problems, Author Author, long DecidedAt)
{
    /// <summary>Drafts the same request again on the newest state, if this draft has become stale.</summary>
    public required Func<Task<BatchDraft>> RenewAsync { get; init; }

    /// <summary>The request's key, if it has one.</summary>
    public RequestKey? Key { get; init; }

    /// <summary>True if the batch is released and so cannot grow.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Ids of further entries on which the decision depends.</summary>
    public IReadOnlyCollection<string> DependsOn { get; init; } = [];

    /// <summary>What reinstatements among its entries bring back.</summary>
    public IReadOnlyDictionary<string, Fact> BroughtBack { get; init; } = new Dictionary<string, Fact>();

    /// <summary>Why it cannot be recorded; null if it can.</summary>
    public RequestProblem? Problem() =>
        Problems.ToProblem()
        ?? (
            IsClosed && Facts.Count > 0
                ? new(
                    StatusCodes.Status409Conflict,
                    "batch-closed",
                    "The batch is released and closed.",
                    $"'{Name}' accepts no more entries. Send new ones as a later batch."
                )
                : null
        );

    /// <summary>What to append: everything or nothing.</summary>
    public Proposal ToProposal() =>
        new(Facts, Author, DecidedAt)
        {
            Batch = Name,
            Key = Key,
            DependsOn = DependsOn,
            BroughtBack = BroughtBack,
        };
}
