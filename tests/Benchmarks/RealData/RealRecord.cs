using System.Formats.Tar;
using System.IO.Compression;
using System.Text.RegularExpressions;

namespace Benchmarks.RealData;

/// <summary>The record that is shipped, with the chiefs of mission of the United States beside it: 4,329 entities and 7,186 facts of one polity.</summary>
internal static partial class RealRecord
{
    /// <summary>The polity with most of the facts.</summary>
    public const string Polity = "united-states";

    private const string Archive = "united-states-0001-pocom.tar.gz";

    /// <summary>Where the archive is: beside the project, unless <c>STRANGERS</c> names another folder.</summary>
    private static string ArchivePath =>
        Path.Combine(Environment.GetEnvironmentVariable("STRANGERS") ?? Path.Combine(Repository, "..", "shared", "strangers"), Archive);

    /// <summary>The folder of the project.</summary>
    public static string Repository { get; } = Above(AppContext.BaseDirectory);

    /// <summary>Makes a folder of batches.</summary>
    /// <param name="withTheShipped">With the batches that are shipped.</param>
    /// <param name="twice">With everything of the large polity a second time, under other ids and names.</param>
    public static string Make(bool withTheShipped = true, bool twice = false)
    {
        var folder = Directory.CreateTempSubdirectory("real-record-").FullName;
        var shipped = Path.Combine(Repository, "events");
        foreach (var file in Directory.EnumerateFiles(shipped, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(shipped, file);
            if (withTheShipped || !name.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, name))!);
                File.Copy(file, Path.Combine(folder, name));
            }
        }

        if (!withTheShipped)
        {
            File.Delete(Path.Combine(folder, "closed-batches.sha256"));
        }

        using var packed = File.OpenRead(ArchivePath);
        using var unpacked = new GZipStream(packed, CompressionMode.Decompress);
        TarFile.ExtractToDirectory(unpacked, folder, overwriteFiles: true);
        if (twice)
        {
            var batch = Directory.EnumerateDirectories(Path.Combine(folder, Polity)).Single();
            Directory.CreateDirectory($"{batch}-again");
            foreach (var file in Directory.EnumerateFiles(batch).Where(file => !file.EndsWith("sources.yaml", StringComparison.Ordinal)))
            {
                File.WriteAllLines(
                    Path.Combine($"{batch}-again", Path.GetFileName(file)),
                    File.ReadLines(file).Where(line => !line.Contains($"\"id\": \"{Polity}\"", StringComparison.Ordinal)).Select(Renamed)
                );
            }
        }

        return folder;
    }

    /// <summary>The entries of the batch, one a line, as <c>POST /batches</c> takes them.</summary>
    public static string AsLines()
    {
        var folder = Make(withTheShipped: false);
        var batch = Directory.EnumerateDirectories(Path.Combine(folder, Polity)).Single();
        var lines = new List<string>();
        foreach (var name in new[] { "entities", "sources", "ministers" })
        {
            lines.AddRange(
                from line in File.ReadLines(Path.Combine(batch, $"{name}.yaml"))
                where line.StartsWith("  - {", StringComparison.Ordinal)
                select WithType(line[4..], name)
            );
        }

        Directory.Delete(folder, recursive: true);
        return string.Join('\n', lines);
    }

    private static string WithType(string entry, string file) =>
        entry.Contains("\"type\":", StringComparison.Ordinal) && file == "ministers"
            ? entry
            : $"{{\"type\": \"{(file == "entities" ? "entity-described" : "source-archived")}\", {entry[1..]}";

    /// <summary>The same entry about others.</summary>
    private static string Renamed(string line) =>
        Ids().Replace(line, "\"$1\": \"$2-again\"").Replace("\"text\": \"", "\"text\": \"A ", StringComparison.Ordinal);

    [GeneratedRegex("\"(id|person|post)\": \"([^\"]+)\"")]
    private static partial Regex Ids();

    private static string Above(string path)
    {
        var folder = new DirectoryInfo(path);
        while (!File.Exists(Path.Combine(folder.FullName, "ArtsakhLedger.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The project is not above the program.");
        }

        return folder.FullName;
    }
}
