using ArtsakhLedger.Import;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Serving;
using ArtsakhLedger.Tests.Running;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Import;

[OnEveryPostgres]
public sealed class ImportedFoldersTests(PostgresServer server)
{
    private const string Ministers = "artsakh/0001-article/ministers.yaml";

    [Fact]
    public void A_folder_is_known_by_the_names_and_the_bytes_of_its_files()
    {
        using var events = TemporaryEvents.CopyOfTheRecord();
        using var same = TemporaryEvents.CopyOfTheRecord();
        var digest = ImportedFolders.DigestOf(events.Folder);
        ImportedFolders.DigestOf(same.Folder).ShouldBe(digest);

        var file = Path.Combine(events.Folder, Ministers);
        File.Move(file, file + ".yaml");
        ImportedFolders.DigestOf(events.Folder).ShouldNotBe(digest);
        File.Move(file + ".yaml", file);
        ImportedFolders.DigestOf(events.Folder).ShouldBe(digest);
        events.Replace(Ministers, "date: \"1993/1997\"", "date: \"1993/1998\"");
        ImportedFolders.DigestOf(events.Folder).ShouldNotBe(digest);
    }

    [Fact]
    public async Task What_was_imported_whole_is_remembered_and_served_again()
    {
        var database = await server.CreateDatabaseAsync();
        using var events = TemporaryEvents.CopyOfTheRecord();

        (await RememberedAfterAStartAsync(database, events.Folder)).ShouldBe((true, 0));
        (await RememberedAfterAStartAsync(database, events.Folder)).ShouldBe((true, 0));
    }

    [Fact]
    public async Task A_folder_with_a_batch_that_was_left_out_is_read_again_at_every_start()
    {
        var database = await server.CreateLedgerAsync();
        using var events = TemporaryEvents.CopyOfTheRecord();
        events.Replace(Ministers, "date: \"1993/1997\"", "date: \"1993/1998\"");

        var (remembered, skipped) = await RememberedAfterAStartAsync(database, events.Folder);
        remembered.ShouldBeFalse();
        skipped.ShouldBeGreaterThan(0);
        (await RememberedAfterAStartAsync(database, events.Folder)).ShouldBe((false, skipped));
    }

    private static async Task<(bool Remembered, int Skipped)> RememberedAfterAStartAsync(string database, string folder)
    {
        var (place, host) = await LedgerFixture.StartAsync(database, folder);
        await using var _ = place;
        await using var __ = host;
        (
            await host.Services.GetRequiredService<LedgerReader>().HeadAsync(TestContext.Current.CancellationToken)
        ).Position.ShouldBeGreaterThan(500);
        var remembered = await host
            .Services.GetRequiredService<ImportedFolders>()
            .ContainsAsync(ImportedFolders.DigestOf(folder), TestContext.Current.CancellationToken);
        return (remembered, host.Services.GetRequiredService<LedgerStartup>().SkippedEntries.Count);
    }
}
