namespace ArtsakhLedger.Import;

/// <summary>Finds the folder <c>events/</c>.</summary>
public static class EventsFolderPath
{
    /// <summary>The named folder if there is a name; otherwise <c>events</c> in or above the current folder or the program's folder; otherwise null.</summary>
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
