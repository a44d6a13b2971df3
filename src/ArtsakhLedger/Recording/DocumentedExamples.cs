namespace ArtsakhLedger.Recording;

/// <summary>The examples that the description of the service is made with.</summary>
public sealed class DocumentedExamples(ILedger ledger)
{
    private volatile ExamplesAtHand? current;

    /// <summary>The examples as they were last found.</summary>
    public ExamplesAtHand Current => current ?? throw new InvalidOperationException("Examples are found before a description is made.");

    /// <summary>Finds them again, unless nothing can have changed.</summary>
    /// <returns>Whether they are others than before.</returns>
    public async Task<bool> RenewAsync(CancellationToken cancellation)
    {
        if (current is { AreFinal: true })
        {
            return false;
        }

        var found = await ExamplesAtHand.FindAsync(ledger, cancellation);
        var isSame = found.IsSameAs(current);
        current = found;
        return !isSame;
    }
}
