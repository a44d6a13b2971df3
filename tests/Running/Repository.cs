namespace ArtsakhLedger.Tests.Running;

/// <summary>Where the project's own files are.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    public static string Events => Path.Combine(Root, "events");

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ArtsakhLedger.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside of the repository.");
        }

        return folder.FullName;
    }
}
