using System.Text;

namespace TransparencyLog;

/// <summary>A signing key in a file that only its owner can read.</summary>
public static class SigningKeyFile
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode PrivateFolder = Private | UnixFileMode.UserExecute;

    /// <summary>Reads the key.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="UnauthorizedAccessException">Others than its owner can read or change it, or we cannot.</exception>
    /// <exception cref="FormatException">It holds no signing key.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
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

    /// <summary>Makes a new key and its file, whole or not at all. Where another process made the file meanwhile, its key is the one.</summary>
    /// <param name="path">The file; where its folder is missing it is made, private as well.</param>
    /// <param name="name">The name of the key.</param>
    /// <exception cref="UnauthorizedAccessException">It may not be written there.</exception>
    /// <exception cref="IOException">It cannot be written there.</exception>
    public static SigningKey Create(string path, string name)
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

            // Fails where the file is there: it is never written over.
            File.Move(unfinished, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was faster.
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
        // The folders above may hold what others must reach.
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
