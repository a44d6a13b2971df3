using ArtsakhLedger.Database;
using ArtsakhLedger.Embedded;
using Microsoft.Extensions.Configuration;
using TransparencyLog;

namespace ArtsakhLedger.Log;

/// <summary>Opens the log: finds its name and its signing key, or creates both when the ledger is first served.</summary>
public sealed class LogOpener(LedgerDatabase database, LogSigner signer, IConfiguration configuration)
{
    /// <summary>The default path of the key: in the user's data directory, under the log's name.</summary>
    /// <exception cref="LogKeyException">The user has no home directory.</exception>
    public static string DefaultKeyPath(string origin) =>
        UserData.Folder() is { } data
            ? Path.Combine(
                data,
                "log",
                $"{string.Concat(origin.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' ? c : '-'))}.key"
            )
            : throw new LogKeyException(
                "The user has no home directory to keep the log's signing key in: set HOME, or name a file with Log:Key."
            );

    /// <summary>Opens the log.</summary>
    /// <exception cref="LogKeyException">The key is missing, cannot be used, or belongs to another log.</exception>
    public async Task OpenAsync(CancellationToken cancellation)
    {
        var configured = configuration["Log:Origin"];
        if (await LogIdentity.ReadAsync(database.Service, cancellation) is null)
        {
            await LogIdentity.FixOriginAsync(database.Service, configured ?? LogIdentity.NewOrigin(), cancellation);
        }

        var log = (await LogIdentity.ReadAsync(database.Service, cancellation))!;
        if (configured is not null && configured != log.Origin)
        {
            throw new LogKeyException(
                $"Log:Origin is {configured}, but this ledger's log is {log.Origin} and cannot change. Leave Log:Origin out."
            );
        }

        var path = configuration["Log:Key"] ?? DefaultKeyPath(log.Origin);
        var key = OpenKey(path, log);
        if (key.Name != log.Origin)
        {
            throw new LogKeyException(
                $"The key in {path} is of {key.Name}, and the log is {log.Origin}. Name another file with Log:Key; if it does not exist, a key is created."
            );
        }

        if (log.Keys.Count == 0)
        {
            await log.AddKeyAsync(database.Service, key.Verifier, cancellation);
            log = (await LogIdentity.ReadAsync(database.Service, cancellation))!;
        }

        if (log.Keys[^1] != key.Verifier)
        {
            throw new LogKeyException(
                $"The key in {path} is {key}, but the log {log.Origin} is signed with {log.Keys[^1]}. Give this service a copy of that key, or name its file with Log:Key."
            );
        }

        signer.Open(log, key);
    }

    /// <summary>Replaces the signing key with a new one; the old key file is renamed and kept.</summary>
    /// <exception cref="LogKeyException">There is no log yet, or the new key cannot be written.</exception>
    public static async Task<(VerifierKey Verifier, string Path, string? Old)> ReplaceKeyAsync(
        LedgerDatabase database,
        IConfiguration configuration,
        CancellationToken cancellation
    )
    {
        var log =
            await LogIdentity.ReadAsync(database.Service, cancellation)
            ?? throw new LogKeyException("This ledger has not been served yet: its first key is created when it is.");
        var path = configuration["Log:Key"] ?? DefaultKeyPath(log.Origin);
        var old = File.Exists(path) ? $"{path}.{log.Keys.Count}" : null;
        try
        {
            if (old is not null)
            {
                File.Move(path, old, overwrite: false);
            }

            using var key = SigningKeyFile.OpenOrCreate(path, log.Origin);
            await log.AddKeyAsync(database.Service, key.Verifier, cancellation);
            return (key.Verifier, path, old);
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException)
        {
            throw new LogKeyException($"The new key cannot be written. {unusable.Message}", unusable);
        }
    }

    private static SigningKey OpenKey(string path, LogIdentity log)
    {
        try
        {
            return log.Keys.Count == 0 && !File.Exists(path) ? SigningKeyFile.OpenOrCreate(path, log.Origin) : SigningKeyFile.Open(path);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new LogKeyException(
                $"The signing key of the log {log.Origin} should be in {path} and is not there. Put its copy there, or name its file with Log:Key. If it is lost, `log-key new` makes another; receipts and checkpoints from before stay valid under the old verifier key.",
                missing
            );
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException or FormatException or ArgumentException)
        {
            throw new LogKeyException($"The signing key of the log cannot be used. {unusable.Message}", unusable);
        }
    }
}
