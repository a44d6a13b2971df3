using System.Diagnostics;

namespace ArtsakhLedger.Embedded;

/// <summary>The file postmaster.pid of a data folder, which describes the server. A killed server leaves it behind.</summary>
internal sealed class PostmasterFile
{
    private const int ProcessLine = 0;
    private const int SocketFolderLine = 4;
    private const int StatusLine = 7;

    // Process, data folder and start time: constant while the server runs.
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

    /// <summary>Reads the file; null where there is none, because the server was stopped or never started.</summary>
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

    public bool IsSameServerAs(PostmasterFile? other) =>
        other is not null && lines[IdentityLines].SequenceEqual(other.lines[IdentityLines], StringComparer.Ordinal);

    public bool IsRunning()
    {
        using var process = Find(ProcessId);
        return process is not null && BelongsToServer(process);
    }

    /// <summary>Whether child processes of a killed server are still running.</summary>
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
    /// Deletes what a killed server left. PostgreSQL does so itself, unless its process id now belongs to another process or to an unreaped
    /// zombie.
    /// </summary>
    public void Delete()
    {
        // On other systems orphans cannot be detected, so PostgreSQL has to check for itself.
        using var sameId = Find(ProcessId);
        if (sameId is null && !OperatingSystem.IsLinux())
            return;
        File.Delete(PathIn(folder));
        if (SocketFolder.Length > 0)
            File.Delete(EmbeddedDatabase.SocketIn(SocketFolder) + ".lock");
    }

    /// <summary>Tells the server to stop at once; its next start reads what is missing in its data from its log.</summary>
    public void StopAtOnce()
    {
        using var process = Find(ProcessId);
        if (process is not null && BelongsToServer(process))
        {
            using var signal = Process.Start("kill", ["-QUIT", $"{ProcessId}"]);
            signal.WaitForExit();
        }
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

    // The working directory of all processes of a server is its data folder. A zombie has none.
    private bool BelongsToServer(Process process)
    {
        try
        {
            return process.ProcessName is "postgres"
                && (!OperatingSystem.IsLinux() || Read($"/proc/{process.Id}/cwd") is { } its && its.IsSameServerAs(this));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return false;
        }
    }

    private string Line(int number) => number < lines.Length ? lines[number].Trim() : "";
}
