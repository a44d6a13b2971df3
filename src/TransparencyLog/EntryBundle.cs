using System.Buffers.Binary;

namespace TransparencyLog;

/// <summary>Entries one after the other, each after its length in two bytes, big-endian (C2SP tlog-tiles, "Log entries").</summary>
public static class EntryBundle
{
    /// <summary>The most bytes that an entry can have.</summary>
    public const int LongestEntry = ushort.MaxValue;

    /// <summary>The entries as a bundle.</summary>
    /// <exception cref="ArgumentException">An entry is longer than <see cref="LongestEntry"/>.</exception>
    public static byte[] Write(IReadOnlyList<byte[]> entries)
    {
        var bundle = new byte[entries.Sum(entry => sizeof(ushort) + entry.Length)];
        var rest = bundle.AsSpan();
        foreach (var entry in entries)
        {
            if (entry.Length > LongestEntry)
                throw new ArgumentException(
                    $"An entry of a bundle has {LongestEntry} bytes at most, this one has {entry.Length}.",
                    nameof(entries)
                );
            BinaryPrimitives.WriteUInt16BigEndian(rest, (ushort)entry.Length);
            entry.CopyTo(rest[sizeof(ushort)..]);
            rest = rest[(sizeof(ushort) + entry.Length)..];
        }

        return bundle;
    }

    /// <summary>The entries of a bundle.</summary>
    /// <exception cref="FormatException">It breaks off within an entry.</exception>
    public static IReadOnlyList<byte[]> Read(ReadOnlySpan<byte> bundle)
    {
        var entries = new List<byte[]>();
        while (!bundle.IsEmpty)
        {
            if (
                bundle.Length < sizeof(ushort)
                || BinaryPrimitives.ReadUInt16BigEndian(bundle) is var length && bundle.Length - sizeof(ushort) < length
            )
                throw new FormatException($"The bundle breaks off within entry {entries.Count}.");
            entries.Add(bundle.Slice(sizeof(ushort), length).ToArray());
            bundle = bundle[(sizeof(ushort) + length)..];
        }

        return entries;
    }
}
