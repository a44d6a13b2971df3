using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Log;
using ArtsakhLedger.Vocabulary;
using TransparencyLog;

namespace ArtsakhLedger.Verification;

/// <summary>A ledger in a file, to be verified without its database. Its content is not trusted.</summary>
public sealed class Bundle : IStoredLedger
{
    private readonly string path;

    private Bundle(string path, LogIdentity log, KeptCheckpoint checkpoint, bool hasTexts) =>
        (this.path, Log, Checkpoint, HasTexts) = (path, log, checkpoint, hasTexts);

    /// <summary>The identity of the log, according to the bundle.</summary>
    public LogIdentity Log { get; }

    /// <summary>The checkpoint of its content, signed with one of the keys in <see cref="Log"/>.</summary>
    public KeptCheckpoint Checkpoint { get; }

    /// <summary>Opens a bundle.</summary>
    /// <exception cref="UnusableFileException">The file cannot be read, is not a bundle, or its checkpoint is not signed with its own keys.</exception>
    public static Bundle Open(string path)
    {
        try
        {
            using var archive = ZipFile.OpenRead(path);
            var description = JsonSerializer.Deserialize<BundleDescription>(TextOf(archive, BundleFiles.Description), FactJson.Options)!;
            if (description.Format != BundleFiles.Format)
            {
                throw Unusable(path, $"it is of the format {description.Format}, and this program reads {BundleFiles.Format}.");
            }

            var log = new LogIdentity(description.Origin, [.. description.VerifierKeys.Select(VerifierKey.Parse)]);
            return new(
                path,
                log,
                KeptCheckpoint.Of($"{path}, {BundleFiles.Checkpoint}", TextOf(archive, BundleFiles.Checkpoint), log.Keys),
                hasTexts: archive.Entries.Any(file => file.FullName.StartsWith(BundleFiles.Snapshots, StringComparison.Ordinal))
            );
        }
        catch (Exception unusable)
            when (unusable
                    is IOException
                        or UnauthorizedAccessException
                        or InvalidDataException
                        or JsonException
                        or FormatException
                        or NoteVerificationException
            )
        {
            throw Unusable(path, unusable.Message);
        }
    }

    public bool HasTexts { get; }

    public Task<Mismatch?> FindMismatchBesideAsync(CancellationToken cancellation) => Task.FromResult<Mismatch?>(null);

    public Task<long> SizeAsync(CancellationToken cancellation) => Task.FromResult(Checkpoint.Head.Size);

    public async IAsyncEnumerable<(StoredEntry? Entry, StoredBody? Event)> EventsAsync(
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await foreach (var (number, line) in LinesAsync(BundleFiles.Events, cancellation))
        {
            var (entry, stored) = Read(number, BundleFiles.Events, () => EventLine.Read(line));
            if (entry is not null && entry.Position > Checkpoint.Head.Size)
            {
                throw new UnreadableLedgerException(
                    new(entry.Position, entry.Fact, $"it is beyond the bundle's checkpoint, which is of {Checkpoint.Head.Size} entries")
                );
            }

            yield return (entry, stored);
        }
    }

    public async IAsyncEnumerable<FactRow> RowsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var (number, line) in LinesAsync(BundleFiles.Rows, cancellation))
        {
            yield return Read(
                number,
                BundleFiles.Rows,
                () => JsonSerializer.Deserialize<FactRow>(line, FactJson.Options) ?? throw new FormatException("it is null")
            );
        }
    }

    public async IAsyncEnumerable<(string Sha256, byte[] Bytes)> SnapshotsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        using var archive = ZipFile.OpenRead(path);
        foreach (var file in archive.Entries.Where(file => file.FullName.StartsWith(BundleFiles.Snapshots, StringComparison.Ordinal)))
        {
            using var bytes = new MemoryStream();
            await using var content = await file.OpenAsync(cancellation);
            await content.CopyToAsync(bytes, cancellation);
            yield return (file.FullName[BundleFiles.Snapshots.Length..], bytes.ToArray());
        }
    }

    /// <summary>The lines of a file, numbered from 1. Each call opens the archive, which cannot be read concurrently.</summary>
    private async IAsyncEnumerable<(long Number, string Line)> LinesAsync(
        string name,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        using var archive = ZipFile.OpenRead(path);
        var file = archive.GetEntry(name) ?? throw Unusable(path, $"it has no {name}, so it is not a complete bundle.");
        using var reader = new StreamReader(file.Open(), new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true));
        for (var number = 1L; await NextAsync(reader, number, name, cancellation) is { } line; number++)
        {
            yield return (number, line);
        }
    }

    private static async Task<string?> NextAsync(StreamReader reader, long number, string name, CancellationToken cancellation)
    {
        try
        {
            return await reader.ReadLineAsync(cancellation);
        }
        catch (Exception broken) when (broken is InvalidDataException or System.Text.DecoderFallbackException)
        {
            throw Unreadable(number, name, broken);
        }
    }

    private static T Read<T>(long number, string name, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw Unreadable(number, name, broken);
        }
    }

    /// <summary>The number of a line is also the position, since positions are dense.</summary>
    private static UnreadableLedgerException Unreadable(long number, string name, Exception broken) =>
        new(new(number, null, $"its line in {name} cannot be read: {broken.Message}"));

    private static ZipArchiveEntry FileOf(ZipArchive archive, string name) =>
        archive.GetEntry(name) ?? throw new InvalidDataException($"it has no {name}, so it is not a complete bundle.");

    private static string TextOf(ZipArchive archive, string name)
    {
        using var reader = new StreamReader(FileOf(archive, name).Open());
        return reader.ReadToEnd();
    }

    private static UnusableFileException Unusable(string path, string why) => new($"{path} cannot be used as a bundle: {why}");
}
