using System.Collections.Concurrent;
using System.Diagnostics;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Sources;
using Microsoft.Extensions.Logging;

namespace ArtsakhLedger.PackedHistories;

/// <summary>The packed histories of the polities in demand. They are packed in the background; until then a question is answered from the
/// facts.</summary>
/// <remarks>Histories take up to 48 MB of memory. Beyond that the entries of those asked for least are written to files and only their
/// indexes stay in memory; where that is not enough, those asked for least are released. A cache that counts items cannot do this: a
/// history has from a few hundred bytes to megabytes, grows, and is demoted before it is evicted.</remarks>
public sealed class Histories : IDisposable
{
    /// <summary>The memory that histories may take, in bytes.</summary>
    private const long Budget = 48_000_000;

    /// <summary>How many histories may be in files, each of which stays open.</summary>
    private const int MaximumFiles = 2_000;

    /// <summary>The memory that builders may take, in bytes: a history that keeps its builder has new facts added to it. Those that were packed
    /// first lose theirs.</summary>
    private const long BuilderBudget = 32_000_000;

    /// <summary>How many entries are added to a history while a question waits; more are packed in the background.</summary>
    private const int MaximumAppended = 50;

    /// <summary>How long a history may take to be packed. Where every fact bears on thousands of others, answering from the facts is cheaper.</summary>
    private static readonly TimeSpan PackWithin = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan TidyAfter = TimeSpan.FromSeconds(61);
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(1);
    private static readonly int Packers = Math.Max(1, Environment.ProcessorCount / 2);

    private readonly ILedger ledger;
    private readonly ILogger<Histories> log;
    private readonly ConcurrentDictionary<string, HistorySlot> slots = new();
    private readonly SemaphoreSlim packing = new(Packers);
    private readonly Lock evicting = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly CancellationToken stopped;
    private int underWay;
    private long packedSinceTidied;
    private volatile bool filesFailed;

    public Histories(ILedger ledger, ILogger<Histories> log)
    {
        (this.ledger, this.log) = (ledger, log);
        stopped = stopping.Token;
    }

    /// <summary>How many histories there are.</summary>
    public int Count => Packed().Count();

    /// <summary>How many polities it keeps account of.</summary>
    internal int AskedFor => slots.Count;

    /// <summary>The history of a polity that holds everything up to a position which was, or is, the head; null where there is none yet.</summary>
    public async Task<PolityHistory?> FindAsync(string polity, long position, CancellationToken cancellation)
    {
        if (!slots.TryGetValue(polity, out var slot))
        {
            // Anybody may ask for anything: nothing is kept for a name that no fact has.
            if (!await ledger.HasFactsOfAsync(polity, cancellation))
            {
                return null;
            }

            slot = slots.GetOrAdd(polity, static polity => new(polity));
        }

        slot.CountQuestion();
        if (slot.Packed is not { } found)
        {
            BeginPacking(slot);
            return null;
        }

        if (found.Through >= position || await IsStillCompleteAsync(found, position, cancellation))
        {
            return found.History;
        }

        if (found.Builder is null)
        {
            BeginPacking(slot);
            return null;
        }

        await found.Turn.WaitAsync(cancellation);
        try
        {
            return found.Through >= position ? found.History : await AppendAsync(found, position);
        }
        finally
        {
            found.Turn.Release();
        }
    }

    /// <summary>Cancels what is being packed, and packs nothing more.</summary>
    public void Stop() => stopping.Cancel();

    /// <summary>Cancels what is being packed, and waits for it.</summary>
    public void Dispose()
    {
        Stop();
        using var patience = new CancellationTokenSource(StopWithin);
        try
        {
            for (var i = 0; i < Packers; i++)
            {
                packing.Wait(patience.Token);
            }

            packing.Dispose();
            stopping.Dispose();
        }
        catch (OperationCanceledException)
        {
            // It ends with the process, which does not wait for it.
        }
    }

    private IEnumerable<(HistorySlot Slot, PackedPolity Packed)> Packed() =>
        from slot in slots.Values
        let packed = slot.Packed
        where packed is not null
        select (slot, packed);

    /// <summary>Whether no entry has come since that the history depends on: no fact of the polity, and no description of an entity that it
    /// names.</summary>
    private async ValueTask<bool> IsStillCompleteAsync(PackedPolity found, long position, CancellationToken cancellation)
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

    /// <summary>The entries about a polity, and about the entities that its answers name, after a position.</summary>
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
            facts
                .SelectMany(entry => entry.Fact.Parties())
                .SelectMany(party => party.Id is { } id ? [id] : party.MayBe)
                .Concat(facts.SelectMany(entry => entry.Fact.SourcesNamed()).Select(SourceAssessed.KeyOf))
                .Append(polity)
        );
        // A party that is named for the first time brings all of its descriptions, earlier ones too.
        return
        [
            .. facts
                .Concat(all.Of(parties).Where(entry => entry.Position <= through && !known.Contains(entry.Position)))
                .OrderBy(entry => entry.Position),
        ];
    }

    /// <summary>Adds what has come since. It is not cancelled by who asks: what was added is there for the next.</summary>
    private async Task<PolityHistory?> AppendAsync(PackedPolity found, long through)
    {
        if (found.Builder is not { } builder)
        {
            return null;
        }

        try
        {
            var entries = await EntriesAsync(found.Polity, builder.Parties, found.Through, through, stopped);
            if (entries.Count > MaximumAppended)
            {
                found.Builder = null;
                return null;
            }

            foreach (var entry in entries)
            {
                stopped.ThrowIfCancellationRequested();
                builder.Append(entry);
            }
        }
        catch
        {
            // Some entries may have been added, and must not be added again.
            found.Builder = null;
            throw;
        }

        if (builder.Build(through) is not { } history)
        {
            return null;
        }

        var all = await ledger.DescriptionsByEntityAsync(through, stopped);
        found.Replace(history, all.NamesOf(builder.Parties));
        return history;
    }

    private void BeginPacking(HistorySlot slot)
    {
        if (!stopped.IsCancellationRequested && IsWorthPacking(slot) && slot.TryBeginPacking())
        {
            Interlocked.Increment(ref underWay);
            _ = Task.Run(() => PackAsync(slot), CancellationToken.None);
        }
    }

    private bool IsWorthPacking(HistorySlot slot) => !slot.IsTooCostly && IsAskedForEnough(slot);

    private bool IsAskedForEnough(HistorySlot slot) =>
        slot.Packed is not null
        || Packed().Sum(one => one.Packed.History.Size) < Budget
        || Packed().Min(one => one.Slot.Questions) < slot.Questions;

    private async Task PackAsync(HistorySlot slot)
    {
        try
        {
            await packing.WaitAsync(stopped);
            try
            {
                await PackNowAsync(slot);
            }
            finally
            {
                slot.EndPacking();
                packing.Release();
            }
        }
        catch (OperationCanceledException) when (stopped.IsCancellationRequested) { }
        catch (Exception refused)
        {
            // While the database is away, the next question begins again.
            if (!ledger.IsUnavailable(refused))
            {
                log.LogError(refused, "The history of {Polity} cannot be packed; it is answered from its facts", slot.Polity);
            }
        }

        if (Interlocked.Decrement(ref underWay) == 0)
        {
            await TidyUpAsync();
        }
    }

    private async Task PackNowAsync(HistorySlot slot)
    {
        var through = (await ledger.HeadAsync(stopped)).Position;
        // A history that is packed again is being added to: its builder is kept.
        var isPackedAgain = slot.Packed is not null;
        var builder = new HistoryBuilder(slot.Polity);
        var entries = await EntriesAsync(slot.Polity, builder.Parties, 0, through, stopped);
        var watch = Stopwatch.StartNew();
        foreach (var entry in entries)
        {
            stopped.ThrowIfCancellationRequested();
            if (watch.Elapsed > PackWithin)
            {
                slot.Packed = null;
                var again = slot.FindTooCostly();
                log.LogInformation(
                    "The history of {Polity} takes more than {Seconds} s to pack; it is answered from its facts, and tried again after {Questions} questions",
                    slot.Polity,
                    (int)PackWithin.TotalSeconds,
                    again
                );
                Interlocked.Add(ref packedSinceTidied, Budget);
                return;
            }

            builder.Append(entry);
        }

        if ((isPackedAgain ? builder.Build(through) : builder.Finish(through)) is { } history)
        {
            var all = await ledger.DescriptionsByEntityAsync(through, stopped);
            slot.Packed = new(slot.Polity, history, all.NamesOf(builder.Parties)) { Builder = isPackedAgain ? builder : null };
            Interlocked.Add(ref packedSinceTidied, history.Size);
            lock (evicting)
            {
                ReleaseBuilders();
                MakeRoom(slot);
            }
        }
    }

    /// <summary>Returns memory to the system a minute after the last of many histories was packed. Packing leaves large, old garbage
    /// behind, and answering allocates so little that it would not be collected for hours.</summary>
    private async Task TidyUpAsync()
    {
        if (Interlocked.Read(ref packedSinceTidied) is var packed and >= Budget)
        {
            await Task.Delay(TidyAfter, stopped).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stopped.IsCancellationRequested)
            {
                return;
            }

            if (Interlocked.CompareExchange(ref packedSinceTidied, 0, packed) == packed)
            {
                ledger.ReleaseUnused();
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            }
        }
    }

    private void ReleaseBuilders()
    {
        var size = 0L;
        foreach (var packed in Packed().Select(one => one.Packed).OrderByDescending(packed => packed.Number))
        {
            size += packed.Builder?.Size ?? 0;
            if (size > BuilderBudget)
            {
                packed.Builder = null;
            }
        }
    }

    private void MakeRoom(HistorySlot latest)
    {
        var byQuestions = Packed().OrderBy(one => one.Slot.Questions).ToList();
        var size = byQuestions.Sum(one => one.Packed.History.Size);
        var files = byQuestions.Count(one => !one.Packed.History.IsInMemory);
        foreach (var (_, packed) in byQuestions.Where(one => one.Packed is { Builder: null, History.IsInMemory: true }))
        {
            if (size <= Budget || files == MaximumFiles || filesFailed)
            {
                break;
            }

            size -= packed.History.Size;
            files += WriteToFile(packed) ? 1 : 0;
            size += packed.History.Size;
        }

        if (size <= Budget)
        {
            return;
        }

        foreach (var (slot, packed) in byQuestions.Where(one => one.Slot != latest))
        {
            slot.Packed = null;
            size -= packed.History.Size;
            if (size <= Budget)
            {
                break;
            }
        }

        // Questions of long ago count less and less.
        foreach (var slot in slots.Values)
        {
            if (slot.HalveQuestions() == 0 && slot is { Packed: null, IsPacking: false })
            {
                slots.TryRemove(slot.Polity, out _);
            }
        }
    }

    private bool WriteToFile(PackedPolity packed)
    {
        try
        {
            packed.WriteToFile();
            return true;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            filesFailed = true;
            log.LogWarning(
                "Histories that do not fit into memory cannot be written to files in the temporary folder, and are packed again when they are asked for: {Reason}",
                refused.Message
            );
            return false;
        }
    }
}
