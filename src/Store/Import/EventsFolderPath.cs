using ArtsakhLedger.Database;
using ArtsakhLedger.Ledger;

namespace ArtsakhLedger.Import;

/// <summary>Finds the folder <c>events/</c>.</summary>
public static class EventsFolderPath
{
    private const string Name = "events";

    /// <summary>The named folder if there is a name; otherwise <c>events</c> in or above the current folder, or the record that the program comes with;
    /// otherwise null.</summary>
    public static string? Find(string? named) => named ?? AboveCurrent() ?? Shipped();

    /// <summary>The folder for a ledger. One with a name of its own does not take in the record that the program comes with, unless that is named.</summary>
    public static string? For(LedgerName ledger, string? named) =>
        Find(named) is { } folder && (named is not null || !ledger.IsOwn || !IsShipped(folder)) ? folder : null;

    /// <summary>Whether a folder holds batches.</summary>
    public static bool HasBatches(string events) =>
        Directory.Exists(events)
        && Directory
            .EnumerateDirectories(events)
            .SelectMany(Directory.EnumerateDirectories)
            .Any(batch => BatchName.PolityOf($"{Path.GetFileName(Path.GetDirectoryName(batch))}/{Path.GetFileName(batch)}") is not null);

    private static bool IsShipped(string folder) => Shipped() is { } own && Path.GetFullPath(folder) == Path.GetFullPath(own);

    /// <summary>The record that the program comes with: above its own folder.</summary>
    private static string? Shipped() => Above(AppContext.BaseDirectory, events => File.Exists(Path.Combine(events, "schema.json")));

    // Other programs have folders of that name too; right here one that is empty, or has batches, is meant.
    private static string? AboveCurrent() =>
        Above(
            Environment.CurrentDirectory,
            events =>
                File.Exists(Path.Combine(events, "schema.json"))
                || LedgerFolder.IsAt(Path.GetDirectoryName(events)!)
                || (
                    Path.GetDirectoryName(events) == Environment.CurrentDirectory
                    && (!Directory.EnumerateFileSystemEntries(events).Any() || HasBatches(events))
                )
        );

    private static string? Above(string folder, Func<string, bool> isMeant)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            var events = Path.Combine(at.FullName, Name);
            if (Directory.Exists(events) && isMeant(events))
            {
                return events;
            }
        }

        return null;
    }
}
