namespace ArtsakhLedger.Embedded;

/// <summary>A shared lock of all processes that use a server owned by another one, which waits for them before it stops the server.</summary>
internal sealed class GuestLock : IDisposable
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);

    private readonly FileStream held;

    private GuestLock(FileStream held) => this.held = held;

    /// <summary>Takes the lock; null where the owner is about to stop the server.</summary>
    public static GuestLock? TryTake(string folder) => TryOpen(folder, FileAccess.Read, FileShare.Read);

    /// <summary>Waits until there are no guests, and keeps new ones out while the result is held.</summary>
    public static async Task<GuestLock> KeepGuestsOutAsync(string folder)
    {
        GuestLock? alone;
        while ((alone = TryOpen(folder, FileAccess.ReadWrite, FileShare.None)) is null)
            await Task.Delay(PollInterval);
        return alone;
    }

    public void Dispose() => held.Dispose();

    private static GuestLock? TryOpen(string folder, FileAccess access, FileShare share)
    {
        try
        {
            return new GuestLock(new FileStream(Path.Combine(folder, "guests.lock"), FileMode.OpenOrCreate, access, share));
        }
        catch (IOException e) when (ServiceLock.IsHeldElsewhere(e))
        {
            return null;
        }
    }
}
