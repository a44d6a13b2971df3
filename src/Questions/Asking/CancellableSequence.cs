namespace ArtsakhLedger.Asking;

/// <summary>Sequences whose reader may go away.</summary>
public static class CancellableSequence
{
    /// <summary>The same items, until what is done with them is cancelled.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static IEnumerable<T> CancelledBy<T>(this IEnumerable<T> items, CancellationToken cancellation)
    {
        foreach (var item in items)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return item;
        }
    }
}
