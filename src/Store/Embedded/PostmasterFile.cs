using System.Diagnostics;

namespace ArtsakhLedger.Embedded;

/// <summary>What postmaster.pid says of the server on a data folder; a killed server leaves it behind.</summary>
internal sealed class PostmasterFile
{
    private const int ProcessLine = 0;
    private const int SocketFolderLine = 4;
    private const int StatusLine = 7;

    // Process, data folder and time of start: what stays the same while the server lives.
    private static readonly Range IdentityLines = ..3;

    private readonly string folder;
    private readonly string[] lines;

    private PostmasterFile(string folder, string[] lines)
    {
        this.folder = folder;
        this.lines = lines;
    }

    public int ProcessId => int.TryParse(Line(ProcessLine), out var id) ? id : 0;

    public string SocketFolder => Line(SocketFolderLine);

    public bool IsReady => Line(StatusLine) is "ready";

    public bool IsStopping => Line(StatusLine) is "stopping";

    /// <summary>Null where there is none: the server was stopped, or never started.</summary>
    public static PostmasterFile? Read(string folder)
    {
        try
        {
            var read = File.ReadAllLines(PathIn(folder));
            return read.Length >= IdentityLines.End.Value ? new PostmasterFile(folder, read) : null;
        }
        catch (IOException e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public bool IsOfSameServerAs(PostmasterFile? other) =>
        other is not null && lines[IdentityLines].SequenceEqual(other.lines[IdentityLines], StringComparer.Ordinal);

    public bool IsRunning()
    {
        using var process = Find(ProcessId);
        return process is not null && BelongsToServer(process);
    }

    /// <summary>Whether processes of a killed server are still about to notice that it is gone.</summary>
    public bool HasOrphans()
    {
        var processes = Process.GetProcessesByName("postgres");
        try
        {
            return OperatingSystem.IsLinux() && processes.Any(BelongsToServer);
        }
        finally
        {
            Array.ForEach(processes, p => p.Dispose());
        }
    }

    /// <summary>
    /// Takes away what a killed server left. PostgreSQL does so itself, except where its process number belongs to another process by
    /// now, or to a zombie that nobody reaps.
    /// </summary>
    public void Delete()
    {
        // Elsewhere orphans cannot be told, so PostgreSQL has to look for itself as far as it can.
        using var sameNumber = Find(ProcessId);
        if (sameNumber is null && !OperatingSystem.IsLinux())
            return;
        File.Delete(PathIn(folder));
        if (SocketFolder.Length > 0)
            File.Delete(EmbeddedDatabase.SocketIn(SocketFolder) + ".lock");
    }

    public void Kill()
    {
        using var process = Find(ProcessId);
        if (process is not null && BelongsToServer(process))
            process.Kill();
    }

    private static string PathIn(string folder) => Path.Combine(folder, "postmaster.pid");

    private static Process? Find(int id)
    {
        try
        {
            return id > 0 ? Process.GetProcessById(id) : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // All of a server's processes work in its data folder, so that file is this one. A zombie has no folder any more.
    private bool BelongsToServer(Process process)
    {
        try
        {
            return process.ProcessName is "postgres"
                && (!OperatingSystem.IsLinux() || Read($"/proc/{process.Id}/cwd") is { } its && its.IsOfSameServerAs(this));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return false;
        }
    }

    private string Line(int number) => number < lines.Length ? lines[number].Trim() : "";
}
