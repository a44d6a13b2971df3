using ArtsakhLedger.Asking;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Sources;

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
    private readonly SizedCache<(string Polity, string Sources, long Position, int Descriptions), PolityAsKnown> resolved = new(
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

    /// <summary>A polity as known at a position, which is at most the head; null if nothing was recorded about it.</summary>
    public async Task<PolityAsKnown?> AsKnownAsync(string polity, long position, CancellationToken cancellation)
    {
        var facts = await ledger.FactsOfAsync(polity, position, cancellation);
        if (facts.Count == 0)
        {
            return null;
        }

        var descriptions = await ledger.DescriptionsAsync(position, cancellation);
        return await ResolvedAsync(
            (polity, "", facts[^1].Position, descriptions.Count),
            () =>
            {
                var entities = registers.GetOrCreate(
                    descriptions.Count,
                    () => new(descriptions),
                    EntityRegister.MemorySizeOf(descriptions.Count)
                );
                return new(polity, facts, descriptions, entities, cancellation: cancellation);
            },
            facts,
            cancellation
        );
    }

    /// <summary>What some sources say of a polity by themselves, however far they are relied on otherwise.</summary>
    /// <param name="whole">The polity as all sources have it.</param>
    /// <param name="sources">The ids of the sources.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <exception cref="QuestionProblem">400 for a source that the ledger did not know.</exception>
    public async Task<PolityAsKnown> AsToldByAsync(PolityAsKnown whole, IReadOnlyList<string> sources, CancellationToken cancellation)
    {
        var register = new SourceRegister(whole.Entities);
        if (sources.FirstOrDefault(source => register.FindRecorded(source) is null) is { } unknown)
        {
            throw QuestionProblem.BadParameter("source", $"The ledger had no source '{unknown}'. GET /sources lists those it has.");
        }

        var facts = FactsOfSources.Of(whole.Facts, sources.Select(register.Canonical).ToHashSet(), register);
        var descriptions = whole.Entities.Descriptions;
        return await ResolvedAsync(
            (whole.Polity.Id, string.Join(' ', sources), whole.LastTouched.Position, descriptions.All.Count),
            () =>
                new(
                    whole.Polity.Id,
                    facts,
                    [.. descriptions.All.Select(known => known.Recorded).Where(entry => entry.Fact is not SourceAssessed)],
                    entities: null,
                    whole.LastTouched,
                    cancellation
                ),
            facts,
            cancellation
        );
    }

    private async Task<PolityAsKnown> ResolvedAsync(
        (string Polity, string Sources, long Position, int Descriptions) key,
        Func<PolityAsKnown> resolve,
        IReadOnlyList<RecordedFact> facts,
        CancellationToken cancellation
    )
    {
        if (resolved.Find(key) is { } known)
        {
            return known;
        }

        await turns.WaitAsync(cancellation);
        try
        {
            return resolved.GetOrCreate(
                key,
                resolve,
                facts.Sum(entry => (long)PolityAsKnown.MemorySizeOf(entry)),
                expiresAfter: TimeSpan.FromMinutes(1)
            );
        }
        finally
        {
            turns.Release();
        }
    }

    public void Dispose()
    {
        resolved.Dispose();
        registers.Dispose();
        turns.Dispose();
    }
}
