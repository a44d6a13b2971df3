using ArtsakhLedger.Asking;
using ArtsakhLedger.Entities;

namespace ArtsakhLedger.StateAsOf;

/// <summary>Reads a polity as known at some time. Polities at a position are cached: they never change.</summary>
public sealed class PolityReader(ILedger ledger) : IDisposable
{
    /// <summary>The number of facts that the cached polities may have together.</summary>
    private const int FactLimit = 8_000;

    private readonly SizedCache<int, EntityRegister> registers = new(limit: 3);
    private readonly SizedCache<(string Polity, long Position, int Descriptions), PolityAsKnown> resolved = new(FactLimit);

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
        var entities = registers.GetOrCreate(descriptions.Count, () => new(descriptions));
        return resolved.GetOrCreate(
            (polity, facts[^1].Position, descriptions.Count),
            () => new(polity, facts, descriptions, entities),
            facts.Count,
            expiresAfter: TimeSpan.FromMinutes(1)
        );
    }

    public void Dispose()
    {
        resolved.Dispose();
        registers.Dispose();
    }
}
