using ArtsakhLedger.Corrections;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Log;

namespace ArtsakhLedger.Ledger;

/// <summary>Facts that somebody wants to append, and what that was decided on.</summary>
/// <param name="Facts">The facts, in order: all of them are appended or none.</param>
/// <param name="Author">Who records them.</param>
/// <param name="DecidedAt">The position that the decision looked at.</param>
public sealed record Proposal(IReadOnlyList<Fact> Facts, Author Author, long DecidedAt)
{
    /// <summary>The batch that they come with, as <c>{polity}/{name}</c>.</summary>
    public string? Batch { get; init; }

    /// <summary>Ids of further entries that the decision looked at. If one of them is touched after <see cref="DecidedAt"/>, the decision is stale.</summary>
    public IReadOnlyCollection<string> LookedAt { get; init; } = [];

    /// <summary>The request, so that the same request sent again is known; null where it carries no key.</summary>
    public RequestKey? Key { get; init; }

    /// <summary>Every id on which the decision rests: its own must be free, and what it is about unchanged.</summary>
    internal IEnumerable<string> RestsOn =>
        Facts.Select(fact => fact.Id).Concat(Facts.OfType<AboutFact>().Select(fact => fact.Target)).Concat(LookedAt);

    /// <summary>Whether one of its ids is taken, or something else that it rests on was touched after it was decided.</summary>
    /// <param name="touched">The last position that touched an entry, by its id.</param>
    internal bool IsStale(IReadOnlyDictionary<string, long> touched) =>
        Facts.Any(fact => touched.ContainsKey(fact.Id))
        || RestsOn.Any(id => touched.TryGetValue(id, out var position) && position > DecidedAt);
}

/// <summary>The <c>Idempotency-Key</c> of a request and a digest of what it asks for.</summary>
/// <param name="Key">The key, unique for its author.</param>
/// <param name="Fingerprint">SHA-256 of the method, the path and the body.</param>
public sealed record RequestKey(string Key, byte[] Fingerprint);

/// <summary>A request that carried a key and appended something.</summary>
/// <param name="Fingerprint">SHA-256 of the method, the path and the body.</param>
/// <param name="FirstPosition">The position of the first entry that it appended.</param>
/// <param name="Facts">How many entries it appended.</param>
/// <param name="LedgerSize">The head of the ledger once they were in.</param>
public sealed record EarlierRequest(byte[] Fingerprint, long FirstPosition, int Facts, long LedgerSize);

/// <summary>What was appended.</summary>
/// <param name="Facts">The facts at their positions.</param>
/// <param name="LedgerSize">The head of the ledger once they were in: that of the whole group that was committed together.</param>
public sealed record Appended(IReadOnlyList<RecordedFact> Facts, long LedgerSize)
{
    /// <summary>What the group added to the log, out of which <see cref="Receipts"/> gives receipts; null where nothing was appended.</summary>
    public LogGrowth? Log { get; init; }
}

/// <summary>Something that a proposal rests on was touched after it was decided: decide again.</summary>
public sealed class StaleProposalException() : Exception("What the decision rests on has changed since; it must be made again.");
