namespace ArtsakhLedger.Embedded;

/// <summary>The program's folder in the user's data directory.</summary>
public static class UserData
{
    /// <summary>The folder, in XDG_DATA_HOME or ~/.local/share, on macOS in ~/Library/Application Support; null where the user has no home directory.</summary>
    public static string? Folder() =>
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify)
            is { Length: > 0 } path
            ? Path.Combine(path, "artsakh-ledger")
            : null;
}
