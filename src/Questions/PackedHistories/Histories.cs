using System.Collections.Concurrent;
using ArtsakhLedger.Ledger;
using Microsoft.Extensions.Logging;

namespace ArtsakhLedger.PackedHistories;

/// <summary>The packed histories of the polities that are asked for: of those asked for most in memory, of others in a file. They are packed in the
/// background; until then a question is answered from the facts.</summary>
public sealed class Histories(ILedger ledger, ILogger<Histories> log) : IDisposable
{
    /// <summary>The memory that histories may take, in bytes. Where they would take more, the entries of those asked for least go into a file, and
    /// what finds them stays.</summary>
    private const long Room = 48_000_000;

    /// <summary>How many can be added to without being packed anew: those that were added to last.</summary>
    private const int Growing = 8;

    private static readonly TimeSpan TidyAfter = TimeSpan.FromSeconds(61);

    private readonly ConcurrentDictionary<string, Kept> kept = new();
    private readonly ConcurrentDictionary<string, int> asked = new();
    private readonly ConcurrentDictionary<string, bool> underWay = new();
    private readonly SemaphoreSlim packing = new(Math.Max(1, Environment.ProcessorCount / 2));
    private readonly LinkedList<Kept> growing = [];
    private readonly Lazy<HistoryFile> file = new(LazyThreadSafetyMode.PublicationOnly);
    private volatile bool fileFailed;
    private long packedSinceTidied;

    /// <summary>How many there are.</summary>
    public int Count => kept.Count;

    /// <summary>The history of a polity that holds everything up to a position which was, or is, the head; null where there is none yet.</summary>
    public async Task<PolityHistory?> FindAsync(string polity, long position, CancellationToken cancellation)
    {
        asked.AddOrUpdate(polity, 1, static (_, count) => count + 1);
        if (!kept.TryGetValue(polity, out var found))
        {
            Begin(polity);
            return null;
        }

        if (found.Through >= position || await IsStillWholeAsync(found, position, cancellation))
        {
            return found.History;
        }

        if (found.Making is null)
        {
            Begin(polity);
            return null;
        }

        await found.Turn.WaitAsync(cancellation);
        try
        {
            return found.Through >= position ? found.History : await AddToAsync(found, position, cancellation);
        }
        finally
        {
            found.Turn.Release();
        }
    }

    public void Dispose()
    {
        packing.Dispose();
        if (file.IsValueCreated)
        {
            file.Value.Dispose();
        }
    }

    /// <summary>Whether nothing that the history depends on has come since: no fact of the polity, and no description of an entity that it names.</summary>
    private async ValueTask<bool> IsStillWholeAsync(Kept found, long position, CancellationToken cancellation)
    {
        var through = found.Through;
        if (ledger.HasChangedSince(found.Polity, through))
        {
            return false;
        }

        if (ledger.HasNewDescriptionsSince(through))
        {
            var descriptions = await ledger.DescriptionsByEntityAsync(position, cancellation);
            if (descriptions.DescribedAfter(through).Any(found.Names))
            {
                return false;
            }

            found.Through = Math.Max(found.Through, position);
        }

        return true;
    }

    /// <summary>Entries of the record about a polity and whatever its answers name, after a position.</summary>
    private async Task<List<RecordedFact>> EntriesAsync(
        string polity,
        ISet<string> parties,
        long after,
        long through,
        CancellationToken cancellation
    )
    {
        var facts = await ledger.ReadFactsOfAsync(polity, after, through, cancellation);
        var all = await ledger.DescriptionsByEntityAsync(through, cancellation);
        var known = all.Of(parties).Select(entry => entry.Position).Where(position => position <= after).ToHashSet();
        parties.UnionWith(
            facts.SelectMany(entry => entry.Fact.Parties()).SelectMany(party => party.Id is { } id ? [id] : party.MayBe).Append(polity)
        );
        // Of a party that is named only now, the descriptions from before count too.
        return
        [
            .. facts
                .Concat(all.Of(parties).Where(entry => entry.Position <= through && !known.Contains(entry.Position)))
                .OrderBy(entry => entry.Position),
        ];
    }

    private async Task<PolityHistory?> AddToAsync(Kept found, long through, CancellationToken cancellation)
    {
        if (found.Making is not { } making)
        {
            return null;
        }

        try
        {
            foreach (var entry in await EntriesAsync(found.Polity, making.Parties, found.Through, through, cancellation))
            {
                making.Append(entry);
            }
        }
        catch
        {
            // Whatever was added is added no second time.
            found.Making = null;
            throw;
        }

        if (making.Build(through) is not { } history)
        {
            return null;
        }

        var all = await ledger.DescriptionsByEntityAsync(through, cancellation);
        found.Replace(history, all.NamesOf(making.Parties));
        return history;
    }

    private void Begin(string polity)
    {
        if (IsWorthIt(polity) && underWay.TryAdd(polity, true))
        {
            _ = Task.Run(() => PackAsync(polity));
        }
    }

    private bool IsWorthIt(string polity)
    {
        if (kept.ContainsKey(polity) || kept.Values.Sum(one => one.History.Size) < Room)
        {
            return true;
        }

        return kept.Keys.Min(AskedFor) < AskedFor(polity);
    }

    private int AskedFor(string polity) => asked.GetValueOrDefault(polity);

    private async Task PackAsync(string polity)
    {
        await packing.WaitAsync();
        try
        {
            var through = (await ledger.HeadAsync(CancellationToken.None)).Position;
            var wasKept = kept.ContainsKey(polity);
            var making = new HistoryInTheMaking(polity);
            foreach (var entry in await EntriesAsync(polity, making.Parties, 0, through, CancellationToken.None))
            {
                making.Append(entry);
            }

            // One that is packed again is being added to.
            if ((wasKept ? making.Build(through) : making.Finish(through)) is { } history)
            {
                var all = await ledger.DescriptionsByEntityAsync(through, CancellationToken.None);
                kept[polity] = new(polity, history, all.NamesOf(making.Parties)) { Making = wasKept ? making : null };
                Interlocked.Add(ref packedSinceTidied, history.Size);
                KeepGrowing(kept[polity]);
                MakeRoom(polity);
            }
        }
        catch (Exception refused) when (ledger.IsUnavailable(refused))
        {
            // The next question begins again.
        }
        catch (Exception refused)
        {
            log.LogError(refused, "The history of {Polity} cannot be packed; it is answered from its facts", polity);
        }
        finally
        {
            underWay.TryRemove(polity, out _);
            packing.Release();
        }

        if (underWay.IsEmpty && Interlocked.Read(ref packedSinceTidied) is var packed and >= Room)
        {
            await TidyUpAsync(packed);
        }
    }

    /// <summary>Gives memory back to the system once no more is packed. What packing many histories left behind is large and old, and answering from
    /// them, which leaves little, would not have it collected for hours.</summary>
    private async Task TidyUpAsync(long packed)
    {
        await Task.Delay(TidyAfter);
        if (Interlocked.CompareExchange(ref packedSinceTidied, 0, packed) == packed)
        {
            ledger.ReleaseUnused();
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }

    private void KeepGrowing(Kept latest)
    {
        lock (growing)
        {
            if (latest.Making is not null && growing.AddLast(latest) is not null && growing.Count > Growing)
            {
                growing.First!.Value.Making = null;
                growing.RemoveFirst();
            }
        }
    }

    private void MakeRoom(string latest)
    {
        while (kept.Count > 1 && kept.Values.Sum(one => one.History.Size) > Room)
        {
            if (
                kept.Values.Where(one => one is { Making: null, History.IsInMemory: true }).MinBy(one => AskedFor(one.Polity))
                    is { } inMemory
                && PutIntoFile(inMemory)
            )
            {
                continue;
            }

            var least = kept.Keys.Where(polity => polity != latest).MinBy(AskedFor)!;
            kept.TryRemove(least, out _);
            // What was asked long ago counts less and less.
            foreach (var (polity, count) in asked)
            {
                asked[polity] = count / 2;
            }
        }
    }

    private bool PutIntoFile(Kept one)
    {
        if (fileFailed)
        {
            return false;
        }

        try
        {
            one.PutInto(file.Value);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            fileFailed = true;
            log.LogWarning(
                "Histories that do not fit into memory cannot be put into a file of the temporary folder, and are packed anew when they are asked for: {Reason}",
                refused.Message
            );
        }

        return !fileFailed;
    }

    private sealed class Kept
    {
        /// <summary>Hashes of the entities that it names, sorted: one too many does no harm.</summary>
        private volatile int[] names = [];
        private volatile PolityHistory history;
        private long through;

        public Kept(string polity, PolityHistory history, IEnumerable<string> names)
        {
            (Polity, this.history) = (polity, history);
            Replace(history, names);
        }

        public string Polity { get; }

        public PolityHistory History => history;

        /// <summary>The position up to which the history is known to be whole.</summary>
        public long Through
        {
            get => Interlocked.Read(ref through);
            set => Interlocked.Exchange(ref through, value);
        }

        /// <summary>What it is added to by; null where it would be packed anew.</summary>
        public volatile HistoryInTheMaking? Making;

        public SemaphoreSlim Turn { get; } = new(1);

        public bool Names(string entity) => Array.BinarySearch(names, HashOf(entity)) >= 0;

        public void Replace(PolityHistory latest, IEnumerable<string> namesNow)
        {
            int[] hashes = [.. namesNow.Select(HashOf).Order()];
            (names, history) = (hashes, latest);
            Through = latest.Through;
        }

        /// <summary>Puts the entries of a history that is not being added to into a file.</summary>
        public void PutInto(HistoryFile file) => history = history.In(file);

        private static int HashOf(string entity) => entity.GetHashCode(StringComparison.Ordinal);
    }
}
