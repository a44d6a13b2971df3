namespace ArtsakhLedger.PackedHistories;

/// <summary>A polity in demand, with its history once it is packed.</summary>
internal sealed class HistorySlot(string polity)
{
    private int questions;
    private int isPacking;
    private volatile bool isTooCostly;
    private volatile PackedPolity? packed;

    public string Polity { get; } = polity;

    public int Questions => Volatile.Read(ref questions);

    public bool IsPacking => Volatile.Read(ref isPacking) == 1;

    public PackedPolity? Packed
    {
        get => packed;
        set => packed = value;
    }

    /// <summary>It was tried, and took too long.</summary>
    public bool IsTooCostly
    {
        get => isTooCostly;
        set => isTooCostly = value;
    }

    public void CountQuestion() => Interlocked.Increment(ref questions);

    public int HalveQuestions() => Interlocked.Add(ref questions, -((Questions + 1) / 2));

    public bool TryBeginPacking() => Interlocked.Exchange(ref isPacking, 1) == 0;

    public void EndPacking() => Volatile.Write(ref isPacking, 0);
}
