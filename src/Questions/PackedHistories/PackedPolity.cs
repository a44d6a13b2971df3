namespace ArtsakhLedger.PackedHistories;

/// <summary>The history of a polity, with what it needs to grow.</summary>
internal sealed class PackedPolity
{
    private static long last;

    /// <summary>Sorted hashes of the entities that it names; a false match does no harm.</summary>
    private volatile int[] names = [];
    private volatile PolityHistory history;
    private volatile HistoryBuilder? builder;
    private long through;

    public PackedPolity(string polity, PolityHistory history, IEnumerable<string> names)
    {
        (Polity, Number, this.history) = (polity, Interlocked.Increment(ref last), history);
        Replace(history, names);
    }

    public string Polity { get; }

    /// <summary>The order in which histories were packed.</summary>
    public long Number { get; }

    public PolityHistory History => history;

    /// <summary>The position up to which the history is known to be complete.</summary>
    public long Through
    {
        get => Interlocked.Read(ref through);
        set => Interlocked.Exchange(ref through, value);
    }

    /// <summary>Adds new entries; null if it must be packed again.</summary>
    public HistoryBuilder? Builder
    {
        get => builder;
        set => builder = value;
    }

    public SemaphoreSlim Turn { get; } = new(1);

    public bool Names(string entity) => Array.BinarySearch(names, HashOf(entity)) >= 0;

    public void Replace(PolityHistory latest, IEnumerable<string> namesNow)
    {
        int[] hashes = [.. namesNow.Select(HashOf).Order()];
        (names, history) = (hashes, latest);
        Through = latest.Through;
    }

    public void WriteToFile() => history = history.ToFile();

    private static int HashOf(string entity) => entity.GetHashCode(StringComparison.Ordinal);
}
