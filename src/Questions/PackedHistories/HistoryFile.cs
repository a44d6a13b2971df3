using Microsoft.Win32.SafeHandles;

namespace ArtsakhLedger.PackedHistories;

/// <summary>A temporary file with the bytes of one packed history, which is then read through the system's file cache instead of process
/// memory. It is unlinked, so that nothing is left behind however the process ends. Thread-safe.</summary>
#pragma warning disable CA1001 // An answer may be reading while its history is replaced: the handle closes itself once nothing refers to it.
internal sealed class HistoryFile
#pragma warning restore CA1001
{
    private readonly SafeFileHandle handle;

    /// <exception cref="IOException">The temporary folder cannot be written to, or has no room.</exception>
    /// <exception cref="UnauthorizedAccessException">The temporary folder cannot be written to.</exception>
    public HistoryFile(ReadOnlySpan<byte> bytes)
    {
        var path = Path.Combine(Path.GetTempPath(), $"artsakh-ledger-{Guid.NewGuid():N}");
        handle = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, FileOptions.RandomAccess);
        File.Delete(path);
        RandomAccess.Write(handle, bytes, fileOffset: 0);
        Length = bytes.Length;
    }

    /// <summary>The number of bytes.</summary>
    public int Length { get; }

    /// <summary>Reads all bytes.</summary>
    /// <exception cref="IOException">The disk fails.</exception>
    public void Read(Span<byte> bytes)
    {
        for (var read = 0; read < Length; )
        {
            read += RandomAccess.Read(handle, bytes[read..Length], read) is > 0 and var more
                ? more
                : throw new EndOfStreamException("A file of a packed history is shorter than what was written to it.");
        }
    }
}
