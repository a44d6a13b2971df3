namespace ArtsakhLedger.Embedded;

/// <summary>Held together by all who use a server that another process owns, so that the owner can wait for them before it stops it.</summary>
internal sealed class GuestLock : IDisposable
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);

    private readonly FileStream held;

    private GuestLock(FileStream held) => this.held = held;

    /// <summary>Null where the owner is about to stop the server.</summary>
    public static GuestLock? TryTake(string folder) => TryOpen(folder, FileAccess.Read, FileShare.Read);

    /// <summary>Waits until no guest is left; none comes in while the result is held.</summary>
    public static async Task<GuestLock> KeepGuestsOutAsync(string folder)
    {
        GuestLock? alone;
        while ((alone = TryOpen(folder, FileAccess.ReadWrite, FileShare.None)) is null)
            await Task.Delay(Glance);
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
