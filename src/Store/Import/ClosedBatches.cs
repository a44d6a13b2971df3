using System.Security.Cryptography;
using System.Text;

namespace ArtsakhLedger.Import;

/// <summary>The manifest of released batches, <c>closed-batches.sha256</c>: a line with digest and name for each. A listed batch must not
/// change.</summary>
/// <remarks>The digest is what <c>sha256sum * | sha256sum</c> prints in the batch's folder.</remarks>
public static class ClosedBatches
{
    /// <summary>The name of the manifest.</summary>
    public const string FileName = "closed-batches.sha256";

    /// <summary>Malformed lines of the manifest, and batches that are missing or differ from what was released.</summary>
    public static IEnumerable<EntryProblem> ProblemsOf(string folder)
    {
        var manifest = Path.Combine(folder, FileName);
        if (!File.Exists(manifest))
        {
            yield break;
        }

        foreach (var (line, number) in File.ReadLines(manifest).Select((line, index) => (line, index + 1)).Where(at => at.line.Length > 0))
        {
            var batch = line.Length > 66 && line[64..66] == "  " ? Path.Combine([folder, .. line[66..].Split('/')]) : null;
            if (batch is null)
            {
                yield return new(FileName, number, "a line is the digest of a batch, two spaces, and its name: {polity}/{NNNN-name}");
            }
            else if (!Directory.Exists(batch))
            {
                yield return new(FileName, number, $"the released batch '{line[66..]}' is not there; restore it");
            }
            else if (DigestOf(batch) is var digest && digest != line[..64])
            {
                // With the folder as its file, so that an import skips this batch and the later ones of its polity.
                yield return new(
                    Path.GetRelativePath(folder, batch) + Path.DirectorySeparatorChar,
                    1,
                    $"the batch is released and closed, and differs from what was released: restore its files and put what is new into a later batch (its digest is {digest})"
                );
            }
        }
    }

    /// <summary>Whether the manifest of a folder lists a batch.</summary>
    public static bool Contains(string folder, string batch)
    {
        var manifest = Path.Combine(folder, FileName);
        return File.Exists(manifest) && File.ReadLines(manifest).Any(line => line.EndsWith($"  {batch}", StringComparison.Ordinal));
    }

    /// <summary>The digest of a batch's folder.</summary>
    public static string DigestOf(string batch)
    {
        var files = Directory
            .EnumerateFiles(batch)
            .Where(file => !Path.GetFileName(file).StartsWith('.'))
            .OrderBy(Path.GetFileName, StringComparer.Ordinal)
            .Select(file => $"{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))}  {Path.GetFileName(file)}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(files))));
    }
}
