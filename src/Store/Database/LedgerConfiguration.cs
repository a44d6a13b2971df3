using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.KeyPerFile;
using Microsoft.Extensions.FileProviders;

namespace ArtsakhLedger.Database;

/// <summary>Where settings come from: the environment, before it appsettings.json beside the program, and before both files of secrets.</summary>
public static class LedgerConfiguration
{
    /// <summary>Where containers mount secrets, a file for each: <c>ConnectionStrings__Ledger</c> is ConnectionStrings:Ledger.</summary>
    public const string SecretsFolder = "/run/secrets";

    // Other programs keep files there too, which need not be ours to read.
    private static readonly string[] Sections = ["ConnectionStrings__", "Access__"];

    /// <summary>The settings of a command, which has no host.</summary>
    public static IConfiguration Read()
    {
        var builder = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddEnvironmentVariables();
        AddSecrets(builder, SecretsFolder);
        return builder.Build();
    }

    /// <summary>Puts the files of a folder of secrets beneath all other settings.</summary>
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
