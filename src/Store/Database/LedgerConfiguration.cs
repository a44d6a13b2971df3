using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.KeyPerFile;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.FileProviders;

namespace ArtsakhLedger.Database;

/// <summary>The sources of settings, by increasing precedence: the folder of a ledger of one's own, files of secrets, appsettings.json beside the program,
/// the environment.</summary>
public static class LedgerConfiguration
{
    /// <summary>Where containers mount secrets, one file for each setting: <c>ConnectionStrings__Ledger</c> is ConnectionStrings:Ledger.</summary>
    public const string SecretsFolder = "/run/secrets";

    // Other programs may keep files there that this one cannot read.
    private static readonly string[] Sections = ["ConnectionStrings__", "Access__"];

    /// <summary>Reads the settings for a command, which has no host.</summary>
    public static IConfiguration Read()
    {
        var builder = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddEnvironmentVariables();
        AddSecrets(builder, SecretsFolder);
        AddLedgerFolder(builder, Environment.CurrentDirectory);
        return builder.Build();
    }

    /// <summary>Adds the file of the ledger's folder in or above a folder, with the lowest precedence.</summary>
    /// <exception cref="SettingException">The file cannot be read.</exception>
    public static void AddLedgerFolder(IConfigurationBuilder builder, string folder)
    {
        if (LedgerFolder.Above(folder) is { } ledger)
        {
            builder.Sources.Insert(0, new MemoryConfigurationSource { InitialData = ledger.Settings() });
        }
    }

    /// <summary>Adds a folder of secrets with the lowest precedence.</summary>
    public static void AddSecrets(IConfigurationBuilder builder, string folder)
    {
        if (Directory.Exists(folder))
        {
            builder.Sources.Insert(
                0,
                new KeyPerFileConfigurationSource
                {
                    FileProvider = new PhysicalFileProvider(folder),
                    IgnoreCondition = file => !Sections.Any(section => file.StartsWith(section, StringComparison.OrdinalIgnoreCase)),
                }
            );
        }
    }
}
