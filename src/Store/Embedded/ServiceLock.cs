namespace ArtsakhLedger.Embedded;

/// <summary>Held by the one service that uses a folder, for as long as its process lives: the kernel drops it even on kill -9.</summary>
public sealed class ServiceLock : IDisposable
{
    // EWOULDBLOCK, which .NET passes on as the kernel gives it.
    private static readonly int WouldBlock = OperatingSystem.IsMacOS() ? 35 : 11;

    private readonly FileStream held;

    private ServiceLock(FileStream held) => this.held = held;

    public static ServiceLock Take(string folder)
    {
        // The holder's number stands beside the lock, for a locked file cannot be read.
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

    public static bool IsHeldElsewhere(IOException e) => e.HResult == WouldBlock;

    public void Dispose() => held.Dispose();
}
