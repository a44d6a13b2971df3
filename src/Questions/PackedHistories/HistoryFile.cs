using Microsoft.Win32.SafeHandles;

namespace ArtsakhLedger.PackedHistories;

/// <summary>A file for packed histories that are asked for less than others, so that they need no memory of the process and are read through the
/// system's own. It belongs to this process alone and has no name any more, so that nothing is left however the process ends.</summary>
/// <remarks>Safe for several threads.</remarks>
public sealed class HistoryFile : IDisposable
{
    /// <summary>Places have whole blocks, so that one that is given back fits others of about the same size.</summary>
    private const int Block = 16 * 1024;

    private readonly Dictionary<int, Stack<long>> free = [];
    private readonly Lock changing = new();
    private readonly SafeFileHandle file;
    private long end;

    /// <exception cref="IOException">The temporary folder cannot be written to.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public HistoryFile()
    {
        var path = Path.Combine(Path.GetTempPath(), $"artsakh-ledger-{Guid.NewGuid():N}");
        file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, FileOptions.RandomAccess);
        File.Delete(path);
    }

    /// <summary>How many bytes it has.</summary>
    public long Length => end;

    /// <summary>Puts bytes into it.</summary>
    /// <exception cref="IOException">There is no room on the disk.</exception>
    public Place Add(ReadOnlySpan<byte> bytes)
    {
        var blocks = (bytes.Length + Block - 1) / Block;
        var place = new Place(this, Reserve(blocks), blocks, bytes.Length);
        RandomAccess.Write(file, bytes, place.Offset);
        return place;
    }

    public void Dispose() => file.Dispose();

    private long Reserve(int blocks)
    {
        lock (changing)
        {
            if (free.TryGetValue(blocks, out var places) && places.TryPop(out var offset))
            {
                return offset;
            }

            end += (long)blocks * Block;
            return end - ((long)blocks * Block);
        }
    }

    private void GiveBack(int blocks, long offset)
    {
        lock (changing)
        {
            if (!free.TryGetValue(blocks, out var places))
            {
                free[blocks] = places = new();
            }

            places.Push(offset);
        }
    }

    /// <summary>Where bytes are. The place is given to others only once nobody holds it any more, so who reads from it reads what is his.</summary>
    public sealed class Place
    {
        private readonly HistoryFile file;
        private readonly int blocks;

        internal Place(HistoryFile file, long offset, int blocks, int length) =>
            (this.file, Offset, this.blocks, Length) = (file, offset, blocks, length);

#pragma warning disable MA0055 // That nobody holds it any more is all that makes it free; an answer may be reading while its history is replaced.
        ~Place() => file.GiveBack(blocks, Offset);
#pragma warning restore MA0055

        /// <summary>How many bytes there are.</summary>
        public int Length { get; }

        internal long Offset { get; }

        /// <summary>Reads all of them.</summary>
        /// <exception cref="IOException">The disk fails.</exception>
        public void Read(Span<byte> bytes)
        {
            for (var read = 0; read < Length; )
            {
                read += RandomAccess.Read(file.file, bytes[read..Length], Offset + read) is > 0 and var more
                    ? more
                    : throw new EndOfStreamException("The file of packed histories is shorter than what was put into it.");
            }

            GC.KeepAlive(this);
        }
    }
}
