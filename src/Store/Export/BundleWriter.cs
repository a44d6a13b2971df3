using System.Buffers;
using System.IO.Compression;
using System.Text.Json;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Log;
using ArtsakhLedger.Verification;
using ArtsakhLedger.Vocabulary;
using TransparencyLog;

namespace ArtsakhLedger.Export;

/// <summary>Writes a ledger as it is stored to a file, so that it can be verified without its database.</summary>
/// <param name="ledger">The ledger.</param>
/// <param name="name">What it is called.</param>
/// <param name="log">The identity of its log.</param>
/// <param name="checkpoint">A signed checkpoint of the whole log.</param>
/// <param name="head">The tree head in the checkpoint.</param>
public sealed class BundleWriter(IStoredLedger ledger, LedgerName name, LogIdentity log, SignedNote checkpoint, TreeHead head)
{
    private const int Step = 1024;

    /// <summary>Writes the bundle under a temporary name and renames it when it is complete. An existing file is not replaced.</summary>
    /// <param name="path">The file.</param>
    /// <param name="withSnapshots">Whether to include the texts of sources.</param>
    /// <param name="exportedAt">The time of the export.</param>
    /// <param name="progress">Receives the number of events written.</param>
    /// <param name="cancellation">Cancels the export; no file is left.</param>
    /// <exception cref="IOException">The file exists or cannot be written.</exception>
    public async Task WriteAsync(
        string path,
        bool withSnapshots,
        DateTimeOffset exportedAt,
        IProgress<long> progress,
        CancellationToken cancellation
    )
    {
        var unfinished = $"{path}.part";
        try
        {
            await using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.ReadWrite, FileShare.None))
            {
                using var archive = new ZipArchive(file, ZipArchiveMode.Create);
                await WriteTextAsync(
                    archive,
                    BundleFiles.Description,
                    JsonSerializer.Serialize(
                        new BundleDescription(
                            BundleFiles.Format,
                            log.Origin,
                            [.. log.Keys.Select(key => key.ToString())],
                            head.Size,
                            exportedAt,
                            name.Text
                        ),
                        FactJson.Options
                    ),
                    cancellation
                );
                await WriteTextAsync(archive, BundleFiles.Checkpoint, checkpoint.ToString(), cancellation);
                await WriteEventsAsync(archive, progress, cancellation);
                await WriteRowsAsync(archive, cancellation);
                if (withSnapshots)
                {
                    await WriteSnapshotsAsync(archive, cancellation);
                }
            }

            File.Move(unfinished, path, overwrite: false);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private async Task WriteEventsAsync(ZipArchive archive, IProgress<long> progress, CancellationToken cancellation)
    {
        await using var output = Create(archive, BundleFiles.Events);
        var line = new ArrayBufferWriter<byte>(4096);
        var count = 0L;
        await foreach (var (entry, stored) in ledger.EventsAsync(cancellation))
        {
            EventLine.Write(line, entry, stored);
            await EndAsync(output, line, cancellation);
            if (++count % Step == 0)
            {
                progress.Report(count);
            }
        }
    }

    private async Task WriteRowsAsync(ZipArchive archive, CancellationToken cancellation)
    {
        await using var output = Create(archive, BundleFiles.Rows);
        var line = new ArrayBufferWriter<byte>(4096);
        await foreach (var row in ledger.RowsAsync(cancellation))
        {
            line.Write(JsonSerializer.SerializeToUtf8Bytes(row, FactJson.Options));
            await EndAsync(output, line, cancellation);
        }
    }

    private async Task WriteSnapshotsAsync(ZipArchive archive, CancellationToken cancellation)
    {
        await foreach (var (sha256, bytes) in ledger.SnapshotsAsync(cancellation))
        {
            await using var output = Create(archive, BundleFiles.Snapshots + sha256);
            await output.WriteAsync(bytes, cancellation);
        }
    }

    private static async Task WriteTextAsync(ZipArchive archive, string name, string text, CancellationToken cancellation)
    {
        await using var output = Create(archive, name);
        await output.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text), cancellation);
    }

    private static async Task EndAsync(Stream output, ArrayBufferWriter<byte> line, CancellationToken cancellation)
    {
        line.Write("\n"u8);
        await output.WriteAsync(line.WrittenMemory, cancellation);
        line.ResetWrittenCount();
    }

    private static Stream Create(ZipArchive archive, string name) => archive.CreateEntry(name, CompressionLevel.Fastest).Open();
}
