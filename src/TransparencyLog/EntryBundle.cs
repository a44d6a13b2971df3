using System.Buffers.Binary;

namespace TransparencyLog;

/// <summary>
/// Encodes and decodes bundles of log entries, each prefixed by its big-endian 16-bit length (C2SP tlog-tiles, "Log entries").
/// </summary>
public static class EntryBundle
{
    /// <summary>The maximum length of an entry in bytes.</summary>
    public const int MaxEntryLength = ushort.MaxValue;

    /// <summary>Encodes entries as a bundle.</summary>
    /// <param name="entries">The entries.</param>
    /// <returns>The bundle.</returns>
    /// <exception cref="ArgumentException">An entry is longer than <see cref="MaxEntryLength"/>.</exception>
    public static byte[] Encode(IReadOnlyList<byte[]> entries)
    {
        var bundle = new byte[entries.Sum(entry => sizeof(ushort) + entry.Length)];
        var rest = bundle.AsSpan();
        foreach (var entry in entries)
        {
            if (entry.Length > MaxEntryLength)
                throw new ArgumentException(
                    $"An entry can have at most {MaxEntryLength} bytes, but this one has {entry.Length}.",
                    nameof(entries)
                );
            BinaryPrimitives.WriteUInt16BigEndian(rest, (ushort)entry.Length);
            entry.CopyTo(rest[sizeof(ushort)..]);
            rest = rest[(sizeof(ushort) + entry.Length)..];
        }

        return bundle;
    }

    /// <summary>Decodes the entries of a bundle.</summary>
    /// <param name="bundle">The bundle.</param>
    /// <returns>The entries.</returns>
    /// <exception cref="FormatException">The bundle ends in the middle of an entry.</exception>
    public static IReadOnlyList<byte[]> Decode(ReadOnlySpan<byte> bundle)
    {
        var entries = new List<byte[]>();
        while (!bundle.IsEmpty)
        {
            if (
                bundle.Length < sizeof(ushort)
                || BinaryPrimitives.ReadUInt16BigEndian(bundle) is var length && bundle.Length - sizeof(ushort) < length
            )
                throw new FormatException($"The bundle ends in the middle of entry {entries.Count}.");
            entries.Add(bundle.Slice(sizeof(ushort), length).ToArray());
            bundle = bundle[(sizeof(ushort) + length)..];
        }

        return entries;
    }
}
