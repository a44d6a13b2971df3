using System.Text;

namespace TransparencyLog;

/// <summary>Stores a signing key in a file that only its owner can read.</summary>
public static class SigningKeyFile
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode PrivateFolder = Private | UnixFileMode.UserExecute;

    /// <summary>Reads a key from a file.</summary>
    /// <param name="path">The path of the file.</param>
    /// <returns>The key.</returns>
    /// <exception cref="FileNotFoundException">The file does not exist.</exception>
    /// <exception cref="UnauthorizedAccessException">
    /// The file cannot be accessed, or users other than its owner can access it.
    /// </exception>
    /// <exception cref="FormatException">The file does not contain a signing key.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static SigningKey Open(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file.SafeFileHandle) & ~(PrivateFolder)) is not UnixFileMode.None)
            throw new UnauthorizedAccessException($"Others can read the signing key in {path}. Make it private again: chmod 600 {path}");
        using var reader = new StreamReader(file, Encoding.UTF8);
        try
        {
            return SigningKey.Parse(reader.ReadToEnd().Trim());
        }
        catch (FormatException malformed)
        {
            throw new FormatException($"{path}: {malformed.Message}", malformed);
        }
    }

    /// <summary>Reads the key in a file, or creates the file with a new key if it does not exist.</summary>
    /// <param name="path">The path of the file. If its directory does not exist, it is created as a private one.</param>
    /// <param name="name">The name of the new key.</param>
    /// <returns>The key in the file. Processes that create the same file at the same time all get the same key.</returns>
    /// <exception cref="ArgumentException">The name is empty, or contains spaces, control characters or plus signs.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be accessed, or users other than its owner can access it.</exception>
    /// <exception cref="FormatException">The file already exists and does not contain a signing key.</exception>
    /// <exception cref="IOException">The file cannot be read or written.</exception>
    public static SigningKey OpenOrCreate(string path, string name)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        CreateFolder(folder);
        var unfinished = Path.Combine(folder, $".{Path.GetFileName(path)}.{Guid.NewGuid():n}");
        try
        {
            using (var key = SigningKey.Create(name))
            using (var file = new FileStream(unfinished, OptionsOfNew()))
            {
                file.Write(Encoding.UTF8.GetBytes($"{key.Export()}\n"));
                file.Flush(flushToDisk: true);
            }

            // Moving makes the file appear complete or not at all, and fails if it exists.
            File.Move(unfinished, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // The existing key is the one to use.
        }
        finally
        {
            File.Delete(unfinished);
        }

        return Open(path);
    }

    private static void CreateFolder(string folder)
    {
        if (Directory.Exists(folder))
            return;
        // Only the innermost directory is private: others may need access to its parents.
        if (Path.GetDirectoryName(folder) is { } above)
            Directory.CreateDirectory(above);
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, PrivateFolder);
    }

    private static FileStreamOptions OptionsOfNew()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.None,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = Private;
        return options;
    }
}
