namespace ArtsakhLedger.Embedded;

/// <summary>The folders of the PATH.</summary>
internal static class SearchPath
{
    public static IEnumerable<string> Folders =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Where(Path.IsPathRooted)
            // Where programs for administrators live, which a service's PATH may leave out.
            .Append("/usr/sbin")
            .Append("/sbin")
            .Distinct();

    public static string? Find(string program) => Folders.Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
