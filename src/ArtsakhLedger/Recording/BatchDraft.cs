using ArtsakhLedger.Facts;
using ArtsakhLedger.Http;
using ArtsakhLedger.Ledger;

namespace ArtsakhLedger.Recording;

/// <summary>A batch to be recorded, checked against a state of the record.</summary>
/// <param name="Name">Its name, <c>{polity}/{NNNN-name}</c>.</param>
/// <param name="Facts">Its entries that are not recorded yet, in order, with every quote's place filled in that stands once in its source's text.</param>
/// <param name="Problems">What is wrong with its lines.</param>
/// <param name="Author">Who sends it.</param>
/// <param name="DecidedAt">The position of the state.</param>
public sealed record BatchDraft(string Name, IReadOnlyList<Fact> Facts, LineProblems Problems, Author Author, long DecidedAt)
{
    /// <summary>Makes the draft of the same request on the newest state, after this one has become stale.</summary>
    public required Func<Task<BatchDraft>> RenewAsync { get; init; }

    /// <summary>The request's key, where it has one.</summary>
    public RequestKey? Key { get; init; }

    /// <summary>True where the batch is released: it may not grow.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Ids of further entries that the decision looked at.</summary>
    public IReadOnlyCollection<string> LookedAt { get; init; } = [];

    /// <summary>What reinstatements among its entries bring back.</summary>
    public IReadOnlyDictionary<string, Fact> BroughtBack { get; init; } = new Dictionary<string, Fact>();

    /// <summary>Why it cannot be recorded; null where it can.</summary>
    public RequestProblem? Problem() =>
        Problems.ToProblem()
        ?? (
            IsClosed && Facts.Count > 0
                ? new(
                    StatusCodes.Status409Conflict,
                    "batch-closed",
                    "The batch is released and closed.",
                    $"'{Name}' takes no more entries. Send what is new as a later batch."
                )
                : null
        );

    /// <summary>What is appended, all of it or nothing.</summary>
    public Proposal ToProposal() =>
        new(Facts, Author, DecidedAt)
        {
            Batch = Name,
            Key = Key,
            LookedAt = LookedAt,
            BroughtBack = BroughtBack,
        };
}
