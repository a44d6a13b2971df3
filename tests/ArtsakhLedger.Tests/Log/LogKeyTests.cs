using ArtsakhLedger.Database;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Log;
using ArtsakhLedger.Tests.Running;
using Microsoft.Extensions.Configuration;
using Shouldly;
using TransparencyLog;
using Xunit;

namespace ArtsakhLedger.Tests.Log;

[OnEveryPostgres]
public sealed class LogKeyTests(PostgresServer server) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("log-key-").FullName;

    private string KeyPath => Path.Combine(folder, "log", "key");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_service_fixes_origin_and_key_and_every_later_one_takes_them_up()
    {
        await using var database = await NewDatabaseAsync();
        var first = await OpenAsync(database, ("Log:Key", KeyPath));
        var second = await OpenAsync(database, ("Log:Key", KeyPath));

        first.Origin.ShouldMatch("^ledger/[0-9a-f]{32}$");
        second.Origin.ShouldBe(first.Origin);
        second.Verifier.ShouldBe(first.Verifier);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(KeyPath).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public async Task Of_services_that_start_at_once_on_a_new_ledger_all_sign_with_the_same_key()
    {
        await using var database = await NewDatabaseAsync();

        var signers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => OpenAsync(database, ("Log:Key", KeyPath))));

        signers.Select(signer => signer.Verifier).Distinct().Count().ShouldBe(1);
        signers.Select(signer => signer.Origin).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task An_origin_can_be_chosen_once()
    {
        await using var database = await NewDatabaseAsync();
        var chosen = await OpenAsync(database, ("Log:Key", KeyPath), ("Log:Origin", "ledger.example/record"));

        chosen.Origin.ShouldBe("ledger.example/record");
        chosen.Verifier.Name.ShouldBe("ledger.example/record");
        (
            await Should.ThrowAsync<LogKeyException>(() => OpenAsync(database, ("Log:Key", KeyPath), ("Log:Origin", "other.example")))
        ).Message.ShouldContain("and cannot change");
    }

    [Fact]
    public async Task A_key_that_is_missing_is_never_replaced_by_itself()
    {
        await using var database = await NewDatabaseAsync();
        await OpenAsync(database, ("Log:Key", KeyPath));
        File.Delete(KeyPath);

        (await Should.ThrowAsync<LogKeyException>(() => OpenAsync(database, ("Log:Key", KeyPath)))).Message.ShouldContain("log-key new");
        File.Exists(KeyPath).ShouldBeFalse();
    }

    [Fact]
    public async Task The_key_of_another_log_is_refused()
    {
        await using var database = await NewDatabaseAsync();
        await using var other = await NewDatabaseAsync();
        await OpenAsync(database, ("Log:Key", KeyPath));

        (await Should.ThrowAsync<LogKeyException>(() => OpenAsync(other, ("Log:Key", KeyPath)))).Message.ShouldContain("and the log is");
    }

    [Fact]
    public async Task A_new_key_signs_from_then_on_and_the_old_one_is_kept()
    {
        await using var database = await NewDatabaseAsync();
        var before = await OpenAsync(database, ("Log:Key", KeyPath));
        var kept = before.Sign(new(0, MerkleHash.EmptyTree));

        var (verifier, _, old) = await LogOpener.ReplaceKeyAsync(database, Of(("Log:Key", KeyPath)), Cancellation);
        var after = await OpenAsync(database, ("Log:Key", KeyPath));

        after.Verifier.ShouldBe(verifier);
        after.Verifier.ShouldNotBe(before.Verifier);
        after.Origin.ShouldBe(before.Origin);
        SigningKeyFile.Open(old!).Verifier.ShouldBe(before.Verifier);
        var log = await LogIdentity.ReadAsync(database.Service, Cancellation);
        kept.Verify([.. log!.Keys]).ShouldBe([before.Verifier], "what the old key signed stays verifiable");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<LedgerDatabase> NewDatabaseAsync()
    {
        var database = LedgerDatabase.Create(await server.CreateDatabaseAsync());
        await Migration.ApplyAsync(database, Cancellation);
        return database;
    }

    private static async Task<LogSigner> OpenAsync(LedgerDatabase database, params (string Name, string Value)[] settings)
    {
        var signer = new LogSigner();
        await new LogOpener(database, signer, Of(settings)).OpenAsync(Cancellation);
        return signer;
    }

    private static IConfigurationRoot Of(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value))
            .Build();
}
