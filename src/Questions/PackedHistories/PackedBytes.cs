using System.Buffers;

namespace ArtsakhLedger.PackedHistories;

/// <summary>The bytes of a packed history, in memory or in a file.</summary>
public sealed class PackedBytes
{
    private readonly ReadOnlyMemory<byte> inMemory;
    private readonly HistoryFile.Place? inFile;

    public PackedBytes(ReadOnlyMemory<byte> bytes) => inMemory = bytes;

    public PackedBytes(HistoryFile.Place place) => inFile = place;

    /// <summary>Bytes of memory that they take.</summary>
    public int Size => inMemory.Length;

    /// <summary>The bytes, until the reading is disposed of.</summary>
    public Reading Read() => inFile is null ? new(inMemory.Span, null) : Reading.Of(inFile);

    /// <summary>The same bytes in a file.</summary>
    public PackedBytes In(HistoryFile file)
    {
        using var reading = Read();
        return new(file.Add(reading.Bytes));
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

        internal static Reading Of(HistoryFile.Place place)
        {
            var buffer = ArrayPool<byte>.Shared.Rent(place.Length);
            place.Read(buffer);
            return new(buffer.AsSpan(0, place.Length), buffer);
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
