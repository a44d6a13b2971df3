namespace TransparencyLog.Tests;

public sealed class SigningKeyFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("keys-").FullName;

    private string KeyPath => Path.Combine(folder, "data", "log.key");

    [Fact]
    public void Only_the_owner_can_access_the_file_of_a_new_key()
    {
        using var created = SigningKeyFile.OpenOrCreate(KeyPath, "log.example");
        using var opened = SigningKeyFile.Open(KeyPath);

        opened.Verifier.ShouldBe(created.Verifier);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(KeyPath).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            File.GetUnixFileMode(Path.GetDirectoryName(KeyPath)!)
                .ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        Directory.GetFiles(Path.GetDirectoryName(KeyPath)!).ShouldBe([KeyPath]);
    }

    [Fact]
    public async Task Everyone_who_creates_the_same_file_at_once_gets_the_same_key()
    {
        var keys = await Task.WhenAll(
            Enumerable.Range(0, 16).Select(_ => Task.Run(() => SigningKeyFile.OpenOrCreate(KeyPath, "log.example")))
        );

        keys.Select(key => key.Verifier).Distinct().Count().ShouldBe(1);
        Directory.GetFiles(Path.GetDirectoryName(KeyPath)!).ShouldBe([KeyPath]);
        foreach (var key in keys)
            key.Dispose();
    }

    [Fact]
    public void A_key_that_others_can_read_is_rejected_with_advice()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no permission bits.");
        SigningKeyFile.OpenOrCreate(KeyPath, "log.example").Dispose();
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(KeyPath, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        Should.Throw<UnauthorizedAccessException>(() => SigningKeyFile.Open(KeyPath)).Message.ShouldContain("chmod 600");
    }

    [Fact]
    public void A_file_without_a_key_is_named_in_the_error_and_never_overwritten()
    {
        SigningKeyFile.OpenOrCreate(KeyPath, "log.example").Dispose();
        File.WriteAllText(KeyPath, "something else");

        Should.Throw<FormatException>(() => SigningKeyFile.Open(KeyPath)).Message.ShouldContain(KeyPath);
        Should.Throw<FormatException>(() => SigningKeyFile.OpenOrCreate(KeyPath, "log.example"));
        File.ReadAllText(KeyPath).ShouldBe("something else");
    }

    [Fact]
    public void Opening_a_missing_file_does_not_create_it()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(KeyPath)!);

        Should.Throw<FileNotFoundException>(() => SigningKeyFile.Open(KeyPath));
        File.Exists(KeyPath).ShouldBeFalse();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
