using System.Numerics;
using System.Runtime.InteropServices;

namespace ArtsakhLedger.PackedHistories;

/// <summary>The extent of a version of an entry: the days, and the positions at which it is current.</summary>
/// <param name="Start">The first day; <see cref="int.MinValue"/> where it is unbounded.</param>
/// <param name="End">The day after the last; <see cref="int.MaxValue"/> where it is unbounded.</param>
/// <param name="From">The position from which it is current.</param>
/// <param name="Until">The position that superseded it; <see cref="int.MaxValue"/> if none did.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct VersionExtent(int Start, int End, int From, int Until);

/// <summary>Finds the versions that contain a day as known at a position, and the nearest days on which one begins or ends. Versions are
/// sorted by the magnitude of their length, then by start, so that of each magnitude only those that begin shortly before the day are
/// examined: those that begin earlier are over. Current versions are kept apart from superseded ones, so that questions about the newest
/// state of knowledge skip these, however many there are. Immutable.</summary>
internal sealed class VersionIndex
{
    private const int Magnitudes = 34;
    private const int Unbounded = Magnitudes - 1;

    private readonly Part standing;
    private readonly Part superseded;

    /// <summary>The position from which all versions are current.</summary>
    private readonly int settled;

    /// <param name="versions">The versions; their place here is their ordinal.</param>
    public VersionIndex(ReadOnlySpan<VersionExtent> versions)
    {
        var (still, no) = (new List<(int, VersionExtent)>(), new List<(int, VersionExtent)>());
        for (var i = 0; i < versions.Length; i++)
        {
            (versions[i].Until == int.MaxValue ? still : no).Add((i, versions[i]));
            settled = versions[i].Until == int.MaxValue ? settled : Math.Max(settled, versions[i].Until);
        }

        (standing, superseded) = (new(still), new(no));
    }

    /// <summary>All versions, with their ordinals.</summary>
    internal IEnumerable<(int Ordinal, VersionExtent Extent)> All => standing.All.Concat(superseded.All);

    /// <summary>Finds the versions that contain a day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="position">The state of knowledge.</param>
    /// <param name="among">Only versions with ordinals in this range.</param>
    /// <param name="found">Receives the versions, with their ordinals.</param>
    /// <returns>The latest day, on or before the one asked about, on which another version ended, and the earliest one after it on which
    /// another begins; <see cref="int.MinValue"/> and <see cref="int.MaxValue"/> if there is none.</returns>
    public (int Ended, int Begins) Find(int day, int position, Range among, ICollection<(int Ordinal, VersionExtent Extent)> found)
    {
        var (first, count) = among.GetOffsetAndLength(standing.Count + superseded.Count);
        var nearest = (int.MinValue, int.MaxValue);
        standing.Find(day, position, first, count, found, ref nearest);
        if (position < settled)
        {
            superseded.Find(day, position, first, count, found, ref nearest);
        }

        return nearest;
    }

    /// <summary>Versions in search order.</summary>
    private sealed class Part
    {
        private readonly int[] firstOf = new int[Magnitudes + 1];
        private readonly VersionExtent[] extents;
        private readonly int[] ordinals;

        public Part(List<(int Ordinal, VersionExtent Extent)> versions)
        {
            extents = [.. versions.Select(version => version.Extent)];
            ordinals = [.. versions.Select(version => version.Ordinal)];
            var keys = Array.ConvertAll(extents, version => (Magnitude: MagnitudeOf(version), version.Start));
            foreach (var (magnitude, _) in keys)
            {
                firstOf[magnitude + 1]++;
            }

            for (var magnitude = 0; magnitude < Magnitudes; magnitude++)
            {
                firstOf[magnitude + 1] += firstOf[magnitude];
            }

            var order = Enumerable.Range(0, extents.Length).ToArray();
            Array.Sort(keys, order);
            (extents, ordinals) = (Array.ConvertAll(order, i => extents[i]), Array.ConvertAll(order, i => ordinals[i]));
        }

        public int Count => extents.Length;

        public IEnumerable<(int Ordinal, VersionExtent Extent)> All => ordinals.Zip(extents);

        public void Find(
            int day,
            int position,
            int first,
            int count,
            ICollection<(int Ordinal, VersionExtent Extent)> found,
            ref (int Ended, int Begins) nearest
        )
        {
            var (ended, begins) = nearest;
            for (var magnitude = 0; magnitude < Magnitudes; magnitude++)
            {
                var (from, until) = (firstOf[magnitude], firstOf[magnitude + 1]);
                if (from == until)
                {
                    continue;
                }

                var longest = magnitude == Unbounded ? long.MaxValue / 2 : (1L << magnitude) - 1;
                var later = FirstAfter(day, from, until);
                for (var i = later - 1; i >= from && extents[i].Start + longest > Math.Min(day, ended); i--)
                {
                    ref readonly var version = ref extents[i];
                    if (position < version.From || position >= version.Until || (uint)(ordinals[i] - first) >= (uint)count)
                    {
                        continue;
                    }

                    if (version.End > day)
                    {
                        found.Add((ordinals[i], version));
                    }
                    else
                    {
                        ended = Math.Max(ended, version.End);
                    }
                }

                for (var i = later; i < until && extents[i].Start < begins; i++)
                {
                    if (position >= extents[i].From && position < extents[i].Until && (uint)(ordinals[i] - first) < (uint)count)
                    {
                        begins = extents[i].Start;
                    }
                }
            }

            nearest = (ended, begins);
        }

        private int FirstAfter(int day, int from, int until)
        {
            while (from < until)
            {
                var middle = (from + until) / 2;
                (from, until) = extents[middle].Start > day ? (from, middle) : (middle + 1, until);
            }

            return from;
        }
    }

    /// <summary>The number of binary digits of the length in days.</summary>
    private static int MagnitudeOf(VersionExtent version) =>
        version.Start == int.MinValue || version.End == int.MaxValue
            ? Unbounded
            : BitOperations.Log2((uint)(version.End - version.Start)) + 1;
}
