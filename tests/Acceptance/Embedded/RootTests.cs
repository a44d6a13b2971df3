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
    public async Task A_home_that_others_cannot_enter_keeps_its_permissions_and_holds_a_link_to_data_of_its_own_that_is_kept_aside_where_the_link_is_deleted()
    {
        await using (var first = await home.StartAsync())
            await QueryAsync<int>(first, "create table kept as select 42 as answer; select answer from kept");

        var folder = Directory.ResolveLinkTarget(home.Place.Data, returnFinalTarget: true)!.FullName;
        folder.ShouldStartWith(home.Place.RootData);
        File.GetUnixFileMode(home.Home).ShouldBe(OwnerOnly);
        await using (var second = await home.StartAsync())
        await using (var ofAnother = await StartAsync(home.Place with { Data = Path.Combine(home.Home, "other", "postgres") }))
        {
            (await QueryAsync<int>(second, "select answer from kept")).ShouldBe(42);
            (await QueryAsync<bool>(ofAnother, "select to_regclass('kept') is null")).ShouldBeTrue();
        }

        Directory.Delete(home.Place.Data);
        await using var anew = await home.StartAsync();
        (await QueryAsync<bool>(anew, "select to_regclass('kept') is null")).ShouldBeTrue();
        Directory.EnumerateDirectories(folder, "data-*").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_home_that_the_servers_user_can_enter_holds_the_data_itself()
    {
        var place = home.Place with { Data = Path.Combine(home.Reachable("open"), "postgres") };

        await using var postgres = await StartAsync(place);

        File.Exists(Path.Combine(place.Data, "data", "PG_VERSION")).ShouldBeTrue();
        new DirectoryInfo(place.Data).LinkTarget.ShouldBeNull();
        Directory.Exists(place.RootData).ShouldBeFalse();
    }
}
