using ArtsakhLedger.Asking;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Ledger;

namespace ArtsakhLedger.StateAsOf;

/// <summary>Reads a polity as known at some time. Polities at a position are cached: they never change.</summary>
public sealed class PolityReader(ILedger ledger) : IDisposable
{
    /// <summary>The bytes that the cached polities may take together.</summary>
    private const long PolityLimit = 60_000_000;

    private const long RegisterLimit = 16_000_000;

    /// <summary>As many polities are worked out at a time as there are processors: more would only take longer, and more memory. The others wait, or go away.</summary>
    private readonly SemaphoreSlim turns = new(Environment.ProcessorCount);

    private readonly SizedCache<int, EntityRegister> registers = new(RegisterLimit);
    private readonly SizedCache<(string Polity, long Position, int Descriptions, string Sources), PolityAsKnown> resolved = new(
        PolityLimit
    );

    /// <summary>A polity as known, with the state of knowledge that was asked for.</summary>
    /// <exception cref="QuestionProblem">404 for a polity that was not known then.</exception>
    public async Task<(PolityAsKnown Known, KnownAt KnownAt)> AsKnownAsync(string polity, string? knownAt, CancellationToken cancellation)
    {
        var at = await KnownAt.ResolveAsync(ledger, knownAt, polity, cancellation);
        return (await AsKnownAsync(polity, at, cancellation), at);
    }

    /// <summary>A polity at a state of knowledge.</summary>
    /// <exception cref="QuestionProblem">404 for a polity that was not known then.</exception>
    public async Task<PolityAsKnown> AsKnownAsync(string polity, KnownAt at, CancellationToken cancellation) =>
        await AsKnownAsync(polity, at.Position, cancellation)
        ?? throw QuestionProblem.NotFound(
            "polity",
            $"The ledger has no facts about a polity '{polity}'{(at.Position == at.Head.Position ? "" : " at that position")}. GET /polities lists those it has."
        );

    /// <summary>A polity as some sources tell of it alone; as all do, if none are named.</summary>
    /// <exception cref="QuestionProblem">404 for a polity that was not known then, 400 for a source that was not.</exception>
    public async Task<(PolityAsKnown Known, KnownAt KnownAt)> AsKnownAsync(
        string polity,
        string? knownAt,
        IReadOnlyList<string> sources,
        CancellationToken cancellation
    )
    {
        var (all, at) = await AsKnownAsync(polity, knownAt, cancellation);
        if (sources.Count == 0)
        {
            return (all, at);
        }

        var key = (
            polity,
            all.LastTouched.Position,
            all.Entities.Descriptions.All.Count,
            string.Join('\n', sources.Order(StringComparer.Ordinal))
        );
        if (resolved.Find(key) is { } known)
        {
            return (known, at);
        }

        await turns.WaitAsync(cancellation);
        try
        {
            return (
                resolved.GetOrCreate(
                    key,
                    () => all.By(sources, cancellation),
                    all.Facts.All.Sum(entry => (long)PolityAsKnown.MemorySizeOf(entry.Recorded)),
                    expiresAfter: TimeSpan.FromMinutes(1)
                ),
                at
            );
        }
        finally
        {
            turns.Release();
        }
    }

    /// <summary>A polity as known at a position, which is at most the head; null if nothing was recorded about it.</summary>
    public async Task<PolityAsKnown?> AsKnownAsync(string polity, long position, CancellationToken cancellation)
    {
        var facts = await ledger.FactsOfAsync(polity, position, cancellation);
        if (facts.Count == 0)
        {
            return null;
        }

        var descriptions = await ledger.DescriptionsAsync(position, cancellation);
        var key = (polity, facts[^1].Position, descriptions.Count, "");
        if (resolved.Find(key) is { } known)
        {
            return known;
        }

        await turns.WaitAsync(cancellation);
        try
        {
            return Resolved(key, facts, descriptions, cancellation);
        }
        finally
        {
            turns.Release();
        }
    }

    private PolityAsKnown Resolved(
        (string Polity, long Position, int Descriptions, string Sources) key,
        IReadOnlyList<RecordedFact> facts,
        IReadOnlyList<RecordedFact> descriptions,
        CancellationToken cancellation
    )
    {
        var entities = registers.GetOrCreate(descriptions.Count, () => new(descriptions), EntityRegister.MemorySizeOf(descriptions.Count));
        return resolved.GetOrCreate(
            key,
            () => new(key.Polity, facts, descriptions, entities, cancellation),
            facts.Sum(entry => (long)PolityAsKnown.MemorySizeOf(entry)),
            expiresAfter: TimeSpan.FromMinutes(1)
        );
    }

    public void Dispose()
    {
        resolved.Dispose();
        registers.Dispose();
        turns.Dispose();
    }
}
