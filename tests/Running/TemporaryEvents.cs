namespace ArtsakhLedger.Tests.Running;

/// <summary>A folder of batches of a test's own.</summary>
public sealed class TemporaryEvents : IDisposable
{
    public TemporaryEvents()
    {
        Folder = Directory.CreateTempSubdirectory("events-").FullName;
    }

    public string Folder { get; }

    /// <summary>A copy of the real record, to be spoilt.</summary>
    public static TemporaryEvents CopyOfTheRecord()
    {
        var copy = new TemporaryEvents();
        foreach (var file in Directory.EnumerateFiles(Repository.Events, "*.yaml", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy.Folder, Path.GetRelativePath(Repository.Events, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    public void Write(string polity, string batch, string file, string yaml)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Folder, polity, batch)).FullName;
        File.WriteAllText(Path.Combine(folder, file), yaml);
    }

    /// <summary>Replaces the first occurrence of some text in a file, and gives the line that it stands in.</summary>
    public int Replace(string file, string old, string with)
    {
        var path = Path.Combine(Folder, file);
        var text = File.ReadAllText(path);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        File.WriteAllText(path, text[..at] + with + text[(at + old.Length)..]);
        return text[..at].Count(c => c == '\n') + 1;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
