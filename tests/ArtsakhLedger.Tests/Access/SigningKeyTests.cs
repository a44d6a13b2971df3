using ArtsakhLedger.Access;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Access;

public sealed class SigningKeyTests : IDisposable
{
    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("signing-key-");

    private string KeyFile => Path.Combine(home.FullName, "artsakh-ledger", "access", "token-key");

    public void Dispose() => home.Delete(recursive: true);

    [Fact]
    public void A_new_key_is_its_owners_alone_and_stays_the_same()
    {
        var key = SigningKey.ReadOrCreate(KeyFile);

        key.Length.ShouldBe(32);
        SigningKey.ReadOrCreate(KeyFile).ShouldBe(key);
        File.GetUnixFileMode(KeyFile).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.GetUnixFileMode(Path.GetDirectoryName(KeyFile)!)
            .ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public async Task All_who_make_a_key_at_once_get_the_same_and_leave_nothing_else()
    {
        for (var round = 0; round < 20; round++)
        {
            var file = Path.Combine(home.FullName, $"{round}", "token-key");
            using var start = new Barrier(8);
            var keys = await Task.WhenAll(
                Enumerable
                    .Range(0, 8)
                    .Select(_ =>
                        Task.Factory.StartNew(
                            () =>
                            {
                                start.SignalAndWait();
                                return Convert.ToBase64String(SigningKey.ReadOrCreate(file));
                            },
                            TaskCreationOptions.LongRunning
                        )
                    )
            );

            keys.Distinct().Count().ShouldBe(1);
            Directory.GetFileSystemEntries(Path.GetDirectoryName(file)!).ShouldBe([file]);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("secret")]
    [InlineData("c2hvcnQ=")]
    public void A_file_that_holds_no_key_is_refused_and_kept_and_its_content_not_told(string content)
    {
        var file = Path.Combine(home.FullName, "token-key");
        File.WriteAllText(file, content);

        var refused = Should.Throw<AccessException>(() => SigningKey.ReadOrCreate(file));

        refused.Message.ShouldStartWith($"{file} does not hold a key");
        File.ReadAllText(file).ShouldBe(content);
        if (content.Length > 0)
        {
            refused.ToString().ShouldNotContain(content);
        }
    }

    [Fact]
    public void A_place_where_nothing_can_be_kept_is_named_with_the_setting()
    {
        var refused = Should.Throw<AccessException>(() => SigningKey.ReadOrCreate("/dev/null/token-key"));

        refused.Message.ShouldContain("/dev/null/token-key");
        refused.Message.ShouldContain("Access:KeyFile");
    }
}
