using System.Buffers;

namespace ArtsakhLedger.PackedHistories;

/// <summary>The bytes of a packed history, in memory or in a file.</summary>
internal sealed class PackedBytes
{
    private readonly ReadOnlyMemory<byte> memory;
    private readonly HistoryFile? file;

    public PackedBytes(ReadOnlyMemory<byte> bytes) => memory = bytes;

    private PackedBytes(HistoryFile file) => this.file = file;

    /// <summary>The memory that they take, in bytes.</summary>
    public int Size => memory.Length;

    /// <summary>The bytes, until the reading is disposed of.</summary>
    public Reading Read() => file is null ? new(memory.Span, null) : Reading.Of(file);

    /// <summary>Copies the bytes to a file.</summary>
    /// <exception cref="IOException">The temporary folder cannot be written to, or has no room.</exception>
    /// <exception cref="UnauthorizedAccessException">The temporary folder cannot be written to.</exception>
    public PackedBytes ToFile()
    {
        using var reading = Read();
        return new(new HistoryFile(reading.Bytes));
    }

    /// <summary>Bytes that are being read.</summary>
    public readonly ref struct Reading
    {
        private readonly byte[]? rented;

        internal Reading(ReadOnlySpan<byte> bytes, byte[]? rented)
        {
            Bytes = bytes;
            this.rented = rented;
        }

        public ReadOnlySpan<byte> Bytes { get; }

        internal static Reading Of(HistoryFile file)
        {
            var buffer = ArrayPool<byte>.Shared.Rent(file.Length);
            file.Read(buffer);
            return new(buffer.AsSpan(0, file.Length), buffer);
        }

        public void Dispose()
        {
            if (rented is not null)
            {
                ArrayPool<byte>.Shared.Return(rented);
            }
        }
    }
}
