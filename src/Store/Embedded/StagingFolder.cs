namespace ArtsakhLedger.Embedded;

/// <summary>
/// A folder to create something in that must never be incomplete; it is moved into place when it is done. Each attempt has its own, since a
/// process of a killed service may still be writing to an earlier one.
/// </summary>
internal static class StagingFolder
{
    private const string Prefix = "unfinished-";

    /// <summary>A path for a new attempt, after deleting those of earlier ones.</summary>
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
                // Still being written to: a later attempt deletes it.
            }
        }
        return Path.Combine(folder, Prefix + Guid.NewGuid().ToString("N"));
    }
}
