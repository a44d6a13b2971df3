namespace ArtsakhLedger.PackedHistories;

/// <summary>A polity in demand, with its history once it is packed.</summary>
internal sealed class HistorySlot(string polity)
{
    /// <summary>After how many questions a history that took too long is tried again: the record may have changed. Each time that it takes too long
    /// again, after twice as many.</summary>
    internal const int TriedAgainAfter = 1_000;

    private int questions;
    private int isPacking;
    private int questionsUntilTried;
    private int timesTooCostly;
    private volatile PackedPolity? packed;

    public string Polity { get; } = polity;

    public int Questions => Volatile.Read(ref questions);

    public bool IsPacking => Volatile.Read(ref isPacking) == 1;

    public PackedPolity? Packed
    {
        get => packed;
        set => packed = value;
    }

    /// <summary>It was tried and took too long, and has not been asked for often enough since to be tried again.</summary>
    public bool IsTooCostly => Volatile.Read(ref questionsUntilTried) > 0;

    /// <summary>Notes that it took too long.</summary>
    /// <returns>After how many questions it is tried again.</returns>
    public int FindTooCostly()
    {
        var until = TriedAgainAfter << Math.Min(timesTooCostly++, 20);
        Volatile.Write(ref questionsUntilTried, until);
        return until;
    }

    public void CountQuestion()
    {
        Interlocked.Increment(ref questions);
        if (IsTooCostly)
        {
            Interlocked.Decrement(ref questionsUntilTried);
        }
    }

    public int HalveQuestions() => Interlocked.Add(ref questions, -((Questions + 1) / 2));

    public bool TryBeginPacking() => Interlocked.Exchange(ref isPacking, 1) == 0;

    public void EndPacking() => Volatile.Write(ref isPacking, 0);
}
