using ArtsakhLedger.Database;
using ArtsakhLedger.Tests.Running;
using ArtsakhLedger.Tests.Serving;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Embedded;

/// <summary>Ledgers of one's own on a machine without a database: each has its data, and the folder that a command is typed in says which is meant.</summary>
public sealed class OwnDataTests : IDisposable
{
    private const string Program = "dotnet run -c Release --project src/ArtsakhLedger --";

    private readonly ServiceHome home = new();
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("own-data-");

    public void Dispose()
    {
        folder.Delete(recursive: true);
        home.Dispose();
    }

    [Fact]
    public async Task Two_ledgers_do_not_share_their_data_and_neither_has_the_record_of_the_program()
    {
        (await TypeAsync($"{Program} new-ledger 'Foreign relations of Ruritania' ruritania --example")).ShouldContain(
            "Go there first: cd ruritania"
        );
        await TypeAsync($"{Program} new-ledger 'Foreign relations of Somaliland' somaliland");

        (await TypeAsync($"cd ruritania/events; {Program} state ruritania --on 1923-10-01")).ShouldContain("Fritz Tarlenheim was");
        (await TypeAsync($"cd ruritania; {Program} verify")).ShouldStartWith("15 events match their leaves");
        (await TypeAsync($"cd somaliland; {Program} facts --json")).ShouldNotContain("ruritania");
        (await TypeAsync($"cd somaliland; {Program} import")).ShouldStartWith("0 facts appended, 0 were recorded already.");
        (await TypeAsync($"cd somaliland; ! {Program} new-ledger 'Another' 2>&1")).ShouldContain(
            "has a ledger already, “Foreign relations of Somaliland”"
        );

        foreach (var name in new[] { "ruritania", "somaliland" })
        {
            var data = LedgerFolder.Above(Path.Combine(folder.FullName, name))!.Data!;
            Directory
                .EnumerateDirectories(home.Environment["HOME"], data, new EnumerationOptions { RecurseSubdirectories = true })
                .ShouldHaveSingleItem();
        }
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_said_in_one_sentence()
    {
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "ledger.json"), "{", TestContext.Current.CancellationToken);

        (await TypeAsync($"! {Program} batches 2>&1")).ShouldStartWith(
            $"{Path.Combine(folder.FullName, "ledger.json")} cannot be read. It has the form "
        );
        (await TypeAsync($"! {Program} serve 2>&1")).ShouldContain("cannot be read. It has the form ");
    }

    private Task<string> TypeAsync(string commands) => TypedShell.TypeAsync(commands, folder.FullName, home.Environment, port: null);
}
