namespace ArtsakhLedger.Facts;

/// <summary>A fact for which its author gives a reason, in place of citations or beside them.</summary>
public interface IReasoned
{
    /// <summary>Why, in the author's words; permanent and public; null only where it may be left out.</summary>
    public string? Reason { get; }
}
