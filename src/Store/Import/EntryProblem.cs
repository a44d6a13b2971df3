namespace ArtsakhLedger.Import;

/// <summary>Something in <c>events/</c> that keeps a batch from being imported.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Message">What is wrong and what to write instead.</param>
public sealed record EntryProblem(string File, int Line, string Message)
{
    public override string ToString() => $"{File}:{Line}: {Message}";
}
