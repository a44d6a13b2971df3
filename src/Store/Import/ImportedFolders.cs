using System.Security.Cryptography;
using System.Text;
using ArtsakhLedger.Database;

namespace ArtsakhLedger.Import;

/// <summary>Which folders of batches were imported whole, by a digest of all their files. What is imported stays recorded, so that a start need not read, check and
/// compare again what nobody changed.</summary>
public sealed class ImportedFolders(LedgerDatabase database)
{
    /// <summary>The digest of a folder: of the path and the bytes of each of its files, and of this program, since another one may find other problems in them.
    /// A folder that is not there is as one without files.</summary>
    public static byte[] DigestOf(string folder)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        digest.AppendData(typeof(ImportedFolders).Module.ModuleVersionId.ToByteArray());
        string[] files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories) : [];
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            // Each part by its own digest, so that none can pass for the beginning of another.
            digest.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetRelativePath(folder, file))));
            digest.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }

        return digest.GetHashAndReset();
    }

    /// <summary>Whether a folder with this digest was imported.</summary>
    public Task<bool> ContainsAsync(byte[] digest, CancellationToken cancellation) =>
        database.Service.QueryFirstAsync("select from ledger.imported_folders where digest = $1", [digest], _ => true, cancellation);

    /// <summary>Remembers a folder that was imported whole.</summary>
    public Task AddAsync(byte[] digest, CancellationToken cancellation) =>
        database.Service.ExecuteAsync(
            "insert into ledger.imported_folders (digest) values ($1) on conflict do nothing",
            [digest],
            cancellation
        );
}
