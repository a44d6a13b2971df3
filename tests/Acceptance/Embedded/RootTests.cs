using Shouldly;
using Xunit;
using static ArtsakhLedger.Tests.Embedded.TemporaryHome;

namespace ArtsakhLedger.Tests.Embedded;

public sealed class RootTests : IDisposable
{
    private readonly TemporaryHome home;

    public RootTests()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "These tests are of what the server does for root.");
        home = new TemporaryHome();
    }

    public void Dispose() => home.Dispose();

    [Fact]
    public async Task A_home_that_others_cannot_enter_holds_a_link_to_the_data_and_keeps_its_permissions()
    {
        await using (var first = await home.StartAsync())
            await AskAsync<int>(first, "create table kept as select 42 as answer; select answer from kept");

        Directory.ResolveLinkTarget(home.Place.Data, returnFinalTarget: true)!.FullName.ShouldStartWith(home.Place.DataOfRoot);
        File.GetUnixFileMode(home.Home).ShouldBe(OwnerOnly);
        await using var second = await home.StartAsync();
        (await AskAsync<int>(second, "select answer from kept")).ShouldBe(42);
    }

    [Fact]
    public async Task A_home_that_the_servers_user_can_enter_holds_the_data_itself()
    {
        var place = home.Place with { Data = Path.Combine(home.Reachable("open"), "postgres") };

        await using var postgres = await StartAsync(place);

        File.Exists(Path.Combine(place.Data, "data", "PG_VERSION")).ShouldBeTrue();
        new DirectoryInfo(place.Data).LinkTarget.ShouldBeNull();
        Directory.Exists(place.DataOfRoot).ShouldBeFalse();
    }

    [Fact]
    public async Task Two_homes_share_no_data()
    {
        var other = home.Place with { Data = Path.Combine(home.Home, "other", "postgres") };
        await using var postgres = await home.StartAsync();
        await using var ofOther = await StartAsync(other);

        await AskAsync<int>(postgres, "create table mine as select 42 as answer; select answer from mine");

        (await AskAsync<bool>(ofOther, "select to_regclass('mine') is null")).ShouldBeTrue();
    }

    [Fact]
    public async Task Who_deletes_the_folder_in_the_home_begins_anew_and_the_old_data_is_kept_aside()
    {
        await using (var first = await home.StartAsync())
            await AskAsync<int>(first, "create table old as select 42 as answer; select answer from old");
        var folder = Directory.ResolveLinkTarget(home.Place.Data, returnFinalTarget: true)!.FullName;
        Directory.Delete(home.Place.Data);

        await using var second = await home.StartAsync();

        (await AskAsync<bool>(second, "select to_regclass('old') is null")).ShouldBeTrue();
        Directory.EnumerateDirectories(folder, "data-*").ShouldHaveSingleItem();
    }
}
