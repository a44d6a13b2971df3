using ArtsakhLedger.Database;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Making;
using ArtsakhLedger.Tests.Running;
using Npgsql;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.OwnLedgers;

/// <summary>What <c>new-ledger</c> makes, and what it refuses without changing anything.</summary>
public sealed class NewLedgerTests(PostgresServer server) : IDisposable
{
    private const string Name = "Foreign relations of Somaliland";

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("new-ledger-");

    public void Dispose() => root.Delete(recursive: true);

    [Fact]
    public async Task A_new_ledger_has_a_name_and_a_folder_and_nothing_in_it()
    {
        var folder = Path.Combine(root.FullName, "somaliland");
        var connection = await server.CreateDatabaseAsync();

        var (exitCode, output) = await LedgerVerb.RunAsync(connection, "new-ledger", $"  {Name} ", folder);

        exitCode.ShouldBe(0, output);
        output.ShouldContain($"“{Name}” is made in {folder}.");
        FilesIn(folder).ShouldBe(["events/schema.json", "ledger.json"]);
        var made = LedgerFolder.Above(Path.Combine(folder, "events")).ShouldNotBeNull();
        made.Name.ShouldBe(Name);
        made.Data.ShouldNotBeNull().ShouldMatch("^foreign-relations-of-somaliland-[0-9a-f]{8}$");
        (await NameInAsync(connection)).ShouldBe(Name);
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
        {
            (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ShouldNotContain("artsakh", Case.Insensitive);
        }

        var check = await LedgerVerb.RunAsync(null, "check", Path.Combine(folder, "events"));
        check.Output.ShouldContain("0 entries in 0 batches, no problems");
        check.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task The_example_is_a_record_without_problems_or_warnings()
    {
        var folder = Path.Combine(root.FullName, "example");
        var connection = await server.CreateDatabaseAsync();

        (await LedgerVerb.RunAsync(connection, "new-ledger", Name, folder, "--example")).ExitCode.ShouldBe(0);

        var check = await LedgerVerb.RunAsync(null, "check", Path.Combine(folder, "events"));
        check.Output.ShouldStartWith("15 entries in 1 batch, no problems. Quotes: 0 exact, 7 of excerpts.");
        var import = await LedgerVerb.RunAsync(connection, "import", Path.Combine(folder, "events"));
        import.ExitCode.ShouldBe(0, import.Output);
    }

    [Fact]
    public async Task A_folder_with_a_ledger_or_a_record_is_refused()
    {
        var folder = Path.Combine(root.FullName, "somaliland");
        (await LedgerVerb.RunAsync(await server.CreateDatabaseAsync(), "new-ledger", Name, folder)).ExitCode.ShouldBe(0);
        var before = Contents(root.FullName);
        var other = await server.CreateDatabaseAsync();

        foreach (var named in new[] { folder, Path.Combine(folder, "events"), Path.Combine(folder, "new") })
        {
            var again = await LedgerVerb.RunAsync(other, "new-ledger", "Another", named);

            again.ExitCode.ShouldBe(1);
            again.Output.ShouldContain($"{folder} has a ledger already, “{Name}”. Name a folder outside of it");
        }

        using var events = TemporaryEvents.CopyOfTheRecord();
        var above = Path.Combine(root.FullName, "with-a-record");
        Directory.CreateDirectory(above);
        Directory.CreateSymbolicLink(Path.Combine(above, "events"), events.Folder);
        var refused = await LedgerVerb.RunAsync(other, "new-ledger", "Another", above);
        refused.ExitCode.ShouldBe(1);
        refused.Output.ShouldContain($"{above} has a record already, in events/");
        File.Exists(Path.Combine(above, "ledger.json")).ShouldBeFalse();
        Directory.Delete(above, recursive: true);

        Contents(root.FullName).ShouldBe(before);
        (await IsUntouchedAsync(other)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_database_with_a_ledger_or_a_record_is_refused()
    {
        var named = await server.CreateDatabaseAsync();
        (await LedgerVerb.RunAsync(named, "new-ledger", Name, Path.Combine(root.FullName, "first"))).ExitCode.ShouldBe(0);
        var recorded = await server.CreateLedgerAsync();
        var before = await RowsAsync(recorded);

        var second = await LedgerVerb.RunAsync(named, "new-ledger", "Another", Path.Combine(root.FullName, "second"));
        var third = await LedgerVerb.RunAsync(recorded, "new-ledger", "Another", Path.Combine(root.FullName, "third"));

        second.ExitCode.ShouldBe(1);
        second.Output.ShouldStartWith(
            $"The database has a ledger already, “{Name}”, with 0 facts. “Another” needs a database of its own: name an empty one in ConnectionStrings:Ledger"
        );
        third.ExitCode.ShouldBe(1);
        third.Output.ShouldStartWith("The database has a ledger already, “ArtsakhLedger”, with ");
        (await NameInAsync(named)).ShouldBe(Name);
        (await RowsAsync(recorded)).ShouldBe(before);
        (await NameInAsync(recorded)).ShouldBeNull();
        root.GetDirectories().Select(folder => folder.Name).ShouldBe(["first"]);
    }

    [Fact]
    public async Task Where_the_folder_cannot_be_written_nothing_is_stored()
    {
        var connection = await server.CreateDatabaseAsync();
        var blocked = Path.Combine(root.FullName, "blocked");
        Directory.CreateDirectory(blocked);
        await File.WriteAllTextAsync(Path.Combine(blocked, "events"), "a file", TestContext.Current.CancellationToken);

        (await LedgerVerb.RunAsync(connection, "new-ledger", Name, blocked)).ExitCode.ShouldBe(1);

        (await NameInAsync(connection)).ShouldBeNull();
        (await LedgerVerb.RunAsync(connection, "new-ledger", Name, Path.Combine(root.FullName, "free"))).ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("two\nlines")]
    [InlineData("ArtsakhLedger")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901")]
    public async Task A_name_that_cannot_be_one_is_refused(string name)
    {
        var connection = await server.CreateDatabaseAsync();

        var (exitCode, output) = await LedgerVerb.RunAsync(connection, "new-ledger", name, Path.Combine(root.FullName, "refused"));

        exitCode.ShouldBe(1);
        output.ShouldContain("name");
        root.GetDirectories().ShouldBeEmpty();
        (await IsUntouchedAsync(connection)).ShouldBeTrue();
    }

    [Fact]
    public void Without_a_folder_it_is_made_where_one_is_if_nothing_is_there_and_otherwise_beneath()
    {
        var name = LedgerName.From(Name);
        var empty = root.CreateSubdirectory("empty");
        empty.CreateSubdirectory(".git");
        empty.CreateSubdirectory("events");
        var full = root.CreateSubdirectory("full");
        full.CreateSubdirectory("src");

        NewLedger.Plan(name, null, empty.FullName).Folder.ShouldBe(empty.FullName);
        NewLedger.Plan(name, null, full.FullName).Folder.ShouldBe(Path.Combine(full.FullName, "foreign-relations-of-somaliland"));
        NewLedger.Plan(name, "..", full.FullName).Folder.ShouldBe(root.FullName);
    }

    [Fact]
    public async Task A_name_can_be_set_while_nothing_is_recorded_and_then_stays()
    {
        var connection = await server.CreateDatabaseAsync();
        using var events = new TemporaryEvents();
        var (first, unnamed) = await LedgerFixture.StartAsync(connection, events.Folder);
        await unnamed.DisposeAsync();
        await first.DisposeAsync();
        (await NameInAsync(connection)).ShouldBeNull();

        var (second, named) = await LedgerFixture.StartAsync(connection, events.Folder, name: Name);
        await named.DisposeAsync();
        await second.DisposeAsync();
        (await NameInAsync(connection)).ShouldBe(Name);

        (
            await Should.ThrowAsync<SettingException>(() => LedgerFixture.StartAsync(connection, events.Folder, name: "Another"))
        ).Message.ShouldContain($"Ledger:Name is “Another”, but the ledger in this database is called “{Name}”");
        (await NameInAsync(connection)).ShouldBe(Name);
    }

    [Fact]
    public async Task A_ledger_with_a_record_keeps_the_name_that_it_is_cited_by()
    {
        var connection = await server.CreateLedgerAsync();

        (await Should.ThrowAsync<SettingException>(() => LedgerFixture.StartAsync(connection, name: Name))).Message.ShouldContain(
            "is called “ArtsakhLedger”"
        );

        (await NameInAsync(connection)).ShouldBeNull();
        var verb = await LedgerVerb.RunApartAsync(
            new Dictionary<string, string>(LedgerProgram.ToDatabase(connection)) { ["Ledger__Name"] = "a <b>" },
            "batches"
        );
        verb.ExitCode.ShouldBe(1);
        verb.Errors.ShouldContain("Ledger:Name cannot be used. The ledger's name has the character <");
    }

    private static string[] FilesIn(string folder) =>
        [
            .. Directory
                .GetFiles(folder, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(folder, file))
                .Order(StringComparer.Ordinal),
        ];

    private static string Contents(string folder) =>
        string.Join('\n', FilesIn(folder).Select(file => $"{file}: {File.ReadAllText(Path.Combine(folder, file))}"));

    private static Task<bool> IsUntouchedAsync(string connection) =>
        QueryAsync(connection, "select to_regnamespace('ledger') is null", false);

    private static async Task<string?> NameInAsync(string connection) =>
        await QueryAsync(connection, "select to_regclass('ledger.name') is not null", false)
            ? await QueryAsync<string?>(connection, "select name from ledger.name", null)
            : null;

    private static Task<string> RowsAsync(string connection) =>
        QueryAsync(connection, "select md5(string_agg(p::text, '' order by position)) from ledger.positions p", "");

    private static async Task<T> QueryAsync<T>(string connectionString, string sql, T otherwise)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken) is T value ? value : otherwise;
    }
}
