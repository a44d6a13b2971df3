namespace ArtsakhLedger.Database;

/// <summary>The ledger holds a type of fact that this program does not know.</summary>
/// <param name="type">The type.</param>
public sealed class NewerRecordException(string type)
    : Exception(
        $"The ledger holds a fact of type '{type}', which this program does not know: it is older than the record. Upgrade the program."
    );
