namespace ArtsakhLedger.Embedded;

/// <summary>Another process of this program owns the server in a folder.</summary>
internal sealed class FolderInUseException : EmbeddedPostgresException
{
    public FolderInUseException(string folder, string message, Exception innerException)
        : base(message, innerException) => Folder = folder;

    public string Folder { get; }
}
