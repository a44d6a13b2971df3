using ArtsakhLedger.Corrections;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Log;

namespace ArtsakhLedger.Ledger;

/// <summary>Facts to append, and the state of the record that this was decided on.</summary>
/// <param name="Facts">The facts, in order: all of them are appended or none.</param>
/// <param name="Author">Who records them.</param>
/// <param name="DecidedAt">The position of the state that it was decided on.</param>
public sealed record Proposal(IReadOnlyList<Fact> Facts, Author Author, long DecidedAt)
{
    /// <summary>The batch that they come with, as <c>{polity}/{name}</c>.</summary>
    public string? Batch { get; init; }

    /// <summary>Ids of further entries that the decision depends on. If one of them is touched after <see cref="DecidedAt"/>, the decision is stale.</summary>
    public IReadOnlyCollection<string> DependsOn { get; init; } = [];

    /// <summary>The request's key, by which the same request is recognised when it is sent again; null where it has none.</summary>
    public RequestKey? Key { get; init; }

    /// <summary>What a reinstatement among the facts brings back, by its id: it must not repeat what is recorded since.</summary>
    public IReadOnlyDictionary<string, Fact> BroughtBack { get; init; } = new Dictionary<string, Fact>();

    /// <summary>Every id that the decision rests on: those of its facts must be free, all others unchanged.</summary>
    internal IEnumerable<string> RestsOn =>
        Facts.Select(fact => fact.Id).Concat(Facts.OfType<AboutFact>().Select(fact => fact.Target)).Concat(DependsOn);

    /// <summary>Whether the id of one of its facts is taken, or anything else that it rests on was touched after it was decided.</summary>
    /// <param name="touched">The last position that touched an entry, by its id.</param>
    internal bool IsStale(IReadOnlyDictionary<string, long> touched) =>
        Facts.Any(fact => touched.ContainsKey(fact.Id))
        || RestsOn.Any(id => touched.TryGetValue(id, out var position) && position > DecidedAt);
}

/// <summary>A key by which an author can send the same request again, and a digest of what it asks for.</summary>
/// <param name="Key">The key, unique for its author.</param>
/// <param name="Fingerprint">A SHA-256 digest of the request.</param>
public sealed record RequestKey(string Key, byte[] Fingerprint);

/// <summary>A request with a key that appended something.</summary>
/// <param name="Fingerprint">A SHA-256 digest of the request.</param>
/// <param name="FirstPosition">The position of the first entry that it appended.</param>
/// <param name="Facts">How many entries it appended.</param>
/// <param name="LedgerSize">The head of the ledger after they were appended.</param>
public sealed record EarlierRequest(byte[] Fingerprint, long FirstPosition, int Facts, long LedgerSize);

/// <summary>What was appended.</summary>
/// <param name="Facts">The facts at their positions.</param>
/// <param name="LedgerSize">The head of the ledger after the whole group that was committed together.</param>
public sealed record Appended(IReadOnlyList<RecordedFact> Facts, long LedgerSize)
{
    /// <summary>What the group added to the log, from which <see cref="Receipts"/> makes receipts; null where nothing was appended.</summary>
    internal LogGrowth? Log { get; init; }
}

/// <summary>What a proposal rests on has changed since it was decided: it must be decided again.</summary>
public sealed class StaleProposalException() : Exception("What the decision rests on has changed since; it must be made again.");

/// <summary>A fact repeats one that is recorded.</summary>
/// <param name="repeated">The fact, and the one that it repeats.</param>
public sealed class RepeatedFactException(Repetition repeated)
    : Exception($"'{repeated.Fact}' says what '{repeated.Recorded}' says already.")
{
    /// <summary>The fact, and the one that it repeats.</summary>
    public Repetition Repeated { get; } = repeated;
}

/// <summary>What a decision rests on kept changing before it could be appended.</summary>
public sealed class ContendedException() : Exception("What the decision rests on kept changing; try again in a moment.");

/// <summary>The same request is being appended by another node, or was a moment ago.</summary>
public sealed class RequestInProgressException(Exception inner) : Exception("A request with this key is being appended.", inner);
