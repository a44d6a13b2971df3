namespace ArtsakhLedger.Import;

/// <summary>Where <c>events/</c> is.</summary>
public static class EventsFolderPath
{
    /// <summary>The folder that is named, else <c>events</c> in or above the current folder, else in or above the program's. Null where there is none.</summary>
    public static string? Find(string? named) => named ?? Above(Environment.CurrentDirectory) ?? Above(AppContext.BaseDirectory);

    private static string? Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            var events = Path.Combine(at.FullName, "events");
            if (File.Exists(Path.Combine(events, "schema.json")))
            {
                return events;
            }
        }

        return null;
    }
}
