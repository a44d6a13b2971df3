namespace ArtsakhLedger.Embedded;

/// <summary>Where the program keeps what is to last, in the user's data directory.</summary>
public static class UserData
{
    /// <summary>Null where the user has no home directory. .NET answers with XDG_DATA_HOME or ~/.local/share, on macOS with ~/Library/Application Support.</summary>
    public static string? Folder() =>
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify)
            is { Length: > 0 } path
            ? Path.Combine(path, "artsakh-ledger")
            : null;
}
