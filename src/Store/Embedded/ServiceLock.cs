namespace ArtsakhLedger.Embedded;

/// <summary>The lock of the service that uses a folder. The kernel releases it when the process ends, even on kill -9.</summary>
public sealed class ServiceLock : IDisposable
{
    // EWOULDBLOCK; .NET passes the kernel's code on.
    private static readonly int WouldBlock = OperatingSystem.IsMacOS() ? 35 : 11;

    private readonly FileStream held;

    private ServiceLock(FileStream held) => this.held = held;

    /// <summary>Takes the lock.</summary>
    /// <exception cref="FolderInUseException">Another process holds it.</exception>
    public static ServiceLock Take(string folder)
    {
        // The process id is in a file of its own, since a locked file cannot be read.
        var holder = Path.Combine(folder, "service.pid");
        FileStream file;
        try
        {
            file = new FileStream(Path.Combine(folder, "service.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (IsHeldElsewhere(e))
        {
            var process = File.Exists(holder) ? $" (process {File.ReadAllText(holder).Trim()})" : "";
            throw new FolderInUseException(
                folder,
                $"Another ArtsakhLedger{process} already uses {folder}: stop it, "
                    + "or give ConnectionStrings:Ledger to use another database.",
                e
            );
        }
        catch (UnauthorizedAccessException e)
        {
            throw new EmbeddedPostgresException(
                $"{folder} belongs to another user, perhaps because the service ran as root before: run it as that user, "
                    + "or set another data directory, or give ConnectionStrings:Ledger.",
                e
            );
        }
        File.WriteAllText(holder, $"{Environment.ProcessId}\n");
        return new ServiceLock(file);
    }

    /// <summary>Whether opening a file failed because another process has locked it.</summary>
    public static bool IsHeldElsewhere(IOException e) => e.HResult == WouldBlock;

    public void Dispose() => held.Dispose();
}
