namespace ArtsakhLedger.Embedded;

/// <summary>The folders in PATH.</summary>
internal static class SearchPath
{
    public static IEnumerable<string> Folders =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Where(Path.IsPathRooted)
            // The PATH of a service may lack the folders of administrators' programs.
            .Append("/usr/sbin")
            .Append("/sbin")
            .Distinct();

    public static string? Find(string program) => Folders.Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
