using ArtsakhLedger.Asking;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.StateAsOf;

namespace ArtsakhLedger.Sources;

/// <summary>Reads sources as known at some time, and what cites them. Registers are cached: the register at a position never
/// changes.</summary>
public sealed class SourceReader(ILedger ledger, EntityReader entities, PolityReader polities) : IDisposable
{
    /// <summary>The bytes that registers may take together.</summary>
    private const long Limit = 16_000_000;

    private readonly SizedCache<long, SourceRegister> registers = new(Limit);

    /// <summary>The sources as known at a position that is not beyond the head, and the last position that touched any description.</summary>
    public async Task<(SourceRegister Sources, long Position)> RegisterAsync(long position, CancellationToken cancellation)
    {
        var directory = await entities.DirectoryAsync(position, cancellation);
        var register = registers.GetOrCreate(
            directory.Position,
            () => new(directory.Register),
            EntityRegister.MemorySizeOf(directory.Register.Descriptions.All.Count)
        );
        return (register, directory.Position);
    }

    /// <summary>A source as known, by its id or one that was merged into it; also one whose description is retracted, for facts still cite it.</summary>
    /// <exception cref="QuestionProblem">404 for a source that was not known then.</exception>
    public async Task<KnownSource> SourceAsync(string id, KnownAt known, CancellationToken cancellation) =>
        (await RegisterAsync(known.Position, cancellation)).Sources.FindRecorded(id)
        ?? throw QuestionProblem.NotFound(
            "source",
            $"The ledger has no source '{id}'{(known.Pinned ? " at that position" : "")}. GET /sources lists those it has."
        );

    /// <summary>What cites a source as known at a position.</summary>
    public async Task<SourceCitations> CitationsAsync(KnownSource source, long position, CancellationToken cancellation)
    {
        var (register, _) = await RegisterAsync(position, cancellation);
        string[] ids = [source.Source.Source, .. register.MergedInto(source.Source.Source)];
        var firstSnapshots = ids.ToDictionary(id => id, register.FirstSnapshotsOf);
        var around = new List<PolityAsKnown>();
        foreach (var polity in await ledger.PolitiesNamingAsync(ids, position, cancellation))
        {
            around.Add((await polities.AsKnownAsync(polity, position, cancellation))!);
        }

        var facts =
            from polity in around
            from entry in polity.Facts.InForce
            where entry.Fact is not ChangeOfFact
            orderby entry.Position
            let version = polity.Facts.Find(entry.Fact.Id)!.Version.Position
            from citation in entry.Fact.Citations
            where ids.Contains(citation.Source)
            select new FactCitation(
                entry.Fact,
                firstSnapshots[citation.Source].Explicit(citation, version) with
                {
                    Source = source.Source.Source,
                }
            );
        return new([.. facts], around.Select(polity => polity.LastTouched).Append(source.LastTouched).MaxBy(entry => entry.Position)!);
    }

    public void Dispose() => registers.Dispose();
}

/// <summary>What cites a source.</summary>
/// <param name="Citations">The citations of facts in force, in the order of record.</param>
/// <param name="LastTouched">The last entry of the record that touched the source or a polity with facts that cite it.</param>
public sealed record SourceCitations(IReadOnlyList<FactCitation> Citations, RecordedFact LastTouched);
