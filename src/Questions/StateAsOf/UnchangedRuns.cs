using System.Collections.Concurrent;
using System.Text.Json;
using ArtsakhLedger.Vocabulary;
using Edtf;

namespace ArtsakhLedger.StateAsOf;

/// <summary>What held on a day, with the run of days on which that stays the same.</summary>
public sealed record HeldOnDay(ThreeValues Existence, IReadOnlyList<Entry> Entries, Unchanged Unchanged);

/// <summary>The days between two changes have one answer: it is worked out once and kept.</summary>
/// <param name="changes">Every day on which the answer may differ from the day before, sorted.</param>
/// <param name="answer">Works out the answer for a day.</param>
public sealed class UnchangedRuns(IReadOnlyList<long> changes, Func<Day, (ThreeValues Existence, IReadOnlyList<Entry> Entries)> answer)
{
    /// <summary>How many stretches are kept at the most; a polity of ordinary size has fewer.</summary>
    private const int Kept = 2048;

    /// <summary>By number: stretch 0 lies before the first change, stretch n begins at change n - 1.</summary>
    private readonly ConcurrentDictionary<int, Stretch> stretches = new();

    public HeldOnDay On(Day day)
    {
        var here = NumberOf(day.Number);
        var stretch = At(here);
        var (first, last) = (here, here);
        while (first > 0 && At(first - 1).SameAs(stretch))
        {
            first--;
        }

        while (last < changes.Count && At(last + 1).SameAs(stretch))
        {
            last++;
        }

        return new(
            stretch.Existence,
            stretch.Entries,
            new(
                first == 0 ? null : Day.FromNumber(changes[first - 1]).ToString(),
                last == changes.Count ? null : Day.FromNumber(changes[last]).ToString()
            )
        );
    }

    private int NumberOf(long day)
    {
        var (low, high) = (0, changes.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = changes[middle] <= day ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private Stretch At(int number)
    {
        if (stretches.TryGetValue(number, out var kept))
        {
            return kept;
        }

        if (stretches.Count >= Kept)
        {
            stretches.Clear();
        }

        var day =
            changes.Count == 0 ? 0
            : number == 0 ? changes[0] - 1
            : changes[number - 1];
        var (existence, entries) = answer(Day.FromNumber(day));
        return stretches[number] = new(
            existence,
            entries,
            JsonSerializer.SerializeToUtf8Bytes(new { existence, entries }, FactJson.Options)
        );
    }

    private sealed record Stretch(ThreeValues Existence, IReadOnlyList<Entry> Entries, byte[] Written)
    {
        public bool SameAs(Stretch other) => Written.AsSpan().SequenceEqual(other.Written);
    }
}
