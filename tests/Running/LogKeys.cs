using Npgsql;

namespace ArtsakhLedger.Tests.Running;

/// <summary>Where the signing keys of test databases are: not in the user's own data directory.</summary>
public static class LogKeys
{
    public static string Folder { get; } = Directory.CreateTempSubdirectory("log-keys-").FullName;

    /// <summary>The key file of a database, for every service on it.</summary>
    public static string Of(string connectionString)
    {
        var place = new NpgsqlConnectionStringBuilder(connectionString);
        return Path.Combine(Folder, $"{Uri.EscapeDataString($"{place.Host}-{place.Port}-{place.Database}")}.key");
    }
}
