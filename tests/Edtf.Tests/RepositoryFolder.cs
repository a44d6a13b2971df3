namespace Edtf.Tests;

/// <summary>Finds the root of the repository, for tests that need its files.</summary>
internal static class RepositoryFolder
{
    internal static string Root { get; } = Find(AppContext.BaseDirectory);

    internal static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "ArtsakhLedger.sln"))
            ? folder
            : Find(
                Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests are not running within the repository.")
            );
}
