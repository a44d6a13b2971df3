using ArtsakhLedger.Database;
using Microsoft.Extensions.Configuration;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Serving;

public sealed class SecretFilesTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("secrets-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_file_is_the_setting_that_its_name_says_without_the_end_of_its_line()
    {
        Write("ConnectionStrings__Ledger", "Host=database;Password=secret\n");
        Write("Access__Audience", "another-ledger");

        var settings = Settings(new ConfigurationBuilder());

        settings.GetConnectionString("Ledger").ShouldBe("Host=database;Password=secret");
        settings["Access:Audience"].ShouldBe("another-ledger");
    }

    [Fact]
    public void The_environment_and_other_settings_win_over_a_file()
    {
        Write("Access__Audience", "of-the-file");
        var others = new ConfigurationBuilder().AddInMemoryCollection(
            new Dictionary<string, string?> { ["Access:Audience"] = "of-the-environment" }
        );

        Settings(others)["Access:Audience"].ShouldBe("of-the-environment");
    }

    [Fact]
    public void Secrets_of_other_programs_are_not_read()
    {
        Write("superuser", "secret");
        // A name that cannot be read as a file, whoever asks.
        File.CreateSymbolicLink(Path.Combine(folder.FullName, "key-of-another"), "/proc/self/mem");

        Settings(new ConfigurationBuilder()).AsEnumerable().ShouldBeEmpty();
    }

    [Fact]
    public void Without_the_folder_there_are_none()
    {
        var builder = new ConfigurationBuilder();

        LedgerConfiguration.AddSecrets(builder, Path.Combine(folder.FullName, "none"));

        builder.Build().AsEnumerable().ShouldBeEmpty();
    }

    private IConfigurationRoot Settings(IConfigurationBuilder builder)
    {
        LedgerConfiguration.AddSecrets(builder, folder.FullName);
        return builder.Build();
    }

    private void Write(string name, string content) => File.WriteAllText(Path.Combine(folder.FullName, name), content);
}
