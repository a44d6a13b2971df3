namespace ArtsakhLedger.Embedded;

/// <summary>
/// Where something is made that is to be whole or not there: it is moved to its place when it is done. Each attempt has a folder of
/// its own, for a program that a killed service started may still be writing into the last one.
/// </summary>
internal static class StagingFolder
{
    private const string Prefix = "unfinished-";

    /// <summary>A path for this attempt, after earlier ones were swept away.</summary>
    public static string In(string folder)
    {
        foreach (var left in Directory.EnumerateDirectories(folder, Prefix + "*"))
        {
            try
            {
                Directory.Delete(left, recursive: true);
            }
            catch (IOException)
            {
                // Still written into: a later attempt sweeps it away.
            }
        }
        return Path.Combine(folder, Prefix + Guid.NewGuid().ToString("N"));
    }
}
