using System.Security.Cryptography;
using System.Text;
using ArtsakhLedger.Database;

namespace ArtsakhLedger.Import;

/// <summary>The folders that were imported completely, by a digest of all their files, so that a start need not read and check unchanged files
/// again.</summary>
public sealed class ImportedFolders(LedgerDatabase database)
{
    /// <summary>The digest of a folder: of the path and content of each file, and of this program, since another version may find other problems. A
    /// missing folder counts as an empty one.</summary>
    public static byte[] DigestOf(string folder)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        digest.AppendData(typeof(ImportedFolders).Module.ModuleVersionId.ToByteArray());
        string[] files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories) : [];
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            // Digests of the parts, so that their boundaries are unambiguous.
            digest.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetRelativePath(folder, file))));
            digest.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }

        return digest.GetHashAndReset();
    }

    /// <summary>Whether a folder with this digest was imported.</summary>
    public Task<bool> ContainsAsync(byte[] digest, CancellationToken cancellation) =>
        database.Service.QueryFirstAsync("select from ledger.imported_folders where digest = $1", [digest], _ => true, cancellation);

    /// <summary>Adds a folder that was imported completely.</summary>
    public Task AddAsync(byte[] digest, CancellationToken cancellation) =>
        database.Service.ExecuteAsync(
            "insert into ledger.imported_folders (digest) values ($1) on conflict do nothing",
            [digest],
            cancellation
        );
}
