using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ArtsakhLedger.Embedded;

namespace ArtsakhLedger.Access;

/// <summary>The key that signs the ledger's own tokens: 32 random bytes in a file that only its owner can read, created when first
/// needed.</summary>
public static class SigningKey
{
    /// <summary>The length of the HS256 hash (RFC 7518, section 3.2).</summary>
    private const int Bytes = 32;
    private const long LongestFile = 4096;
    private const int Attempts = 500;
    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnersFolder = OwnersFile | UnixFileMode.UserExecute;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>Reads the key in a file, or creates the file if it does not exist. Processes that create it at the same time all get the
    /// same key.</summary>
    /// <exception cref="AccessException">The key cannot be read or created.</exception>
    public static byte[] ReadOrCreate(string file)
    {
        try
        {
            if (!File.Exists(file))
            {
                Create(file);
            }

            return Read(file);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new AccessException(
                $"The key that signs tokens cannot be kept in {file}: {refused.Message} Name another file with Access:KeyFile.",
                refused
            );
        }
    }

    private static byte[] Read(string file)
    {
        if (new FileInfo(file).Length <= LongestFile)
        {
            var text = File.ReadAllText(file).Trim();
            if (Base64.IsValid(text, out var length) && length >= Bytes)
            {
                return Convert.FromBase64String(text);
            }
        }

        throw new AccessException(
            $"{file} does not hold a key ({Bytes} or more random bytes in base64). Delete it, and a new key is created when one is next needed; earlier tokens are then invalid."
        );
    }

    private static void Create(string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        if (!Directory.Exists(folder))
        {
            // The folders above may contain what others need to reach, so only this one is private.
            Directory.CreateDirectory(Path.GetDirectoryName(folder) ?? folder);
            Directory.CreateDirectory(folder, OwnersFolder);
        }

        using var alone = Lock($"{file}.lock");
        if (!File.Exists(file))
        {
            // Moved into place when complete, so that nobody reads half a file.
            var unfinished = $"{file}.unfinished";
            Write(unfinished, Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes)));
            File.Move(unfinished, file);
        }
    }

    /// <summary>Takes an exclusive lock on the folder. A process that gets the lock later finds the key there.</summary>
    private static FileStream Lock(string file)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(file, Private(FileMode.OpenOrCreate, FileOptions.DeleteOnClose));
            }
            catch (IOException held) when (ServiceLock.IsHeldElsewhere(held) && attempt < Attempts)
            {
                Thread.Sleep(Pause);
            }
        }
    }

    private static void Write(string file, string key)
    {
        using var stream = new FileStream(file, Private(FileMode.Create, FileOptions.None));
        stream.Write(Encoding.ASCII.GetBytes(key + "\n"));
        stream.Flush(flushToDisk: true);
    }

    private static FileStreamOptions Private(FileMode mode, FileOptions options) =>
        new()
        {
            Mode = mode,
            Access = FileAccess.Write,
            Share = FileShare.None,
            Options = options,
            UnixCreateMode = OwnersFile,
        };
}
