using System.IO.Compression;

namespace Edtf.Tests.Package;

/// <summary>The package as others get it: packed, then used by a project that knows nothing of this solution.</summary>
public class PackageTests
{
    [Fact]
    public void The_package_has_documentation_and_symbols_and_works_in_a_project_of_its_own()
    {
        var folder = Directory.CreateTempSubdirectory("edtf-package-").FullName;
        try
        {
            var trial = Directory.CreateDirectory(Path.Combine(folder, "trial")).FullName;
            foreach (var file in Directory.GetFiles(RepositoryFolder.PathOf("tests", "Edtf.Tests", "Package", "Trial")))
                File.Copy(file, Path.Combine(trial, Path.GetFileName(file)));
            var packed = Directory.CreateDirectory(Path.Combine(trial, "packed")).FullName;
            var project = RepositoryFolder.PathOf("src", "Edtf", "Edtf.csproj");
            Dotnet(folder, "pack", project, "--output", packed, "--artifacts-path", Path.Combine(folder, "artifacts"));

            Entries(packed, "*.nupkg").ShouldBe(["README.md", "lib/net10.0/Edtf.dll", "lib/net10.0/Edtf.xml"], ignoreOrder: true);
            Entries(packed, "*.snupkg").ShouldBe(["lib/net10.0/Edtf.pdb"]);
            Dotnet(trial, "run").Trim().ShouldBe("[..2001-07-04] is 4 July 2001 or before: Certain");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Dotnet(string folder, params string[] arguments) =>
        Command.Run("dotnet", arguments, folder, environment: [("DOTNET_NOLOGO", "1"), ("MSBUILDDISABLENODEREUSE", "1")]);

    // Besides what the package format itself adds.
    private static List<string> Entries(string folder, string pattern)
    {
        using var archive = ZipFile.OpenRead(Directory.GetFiles(folder, pattern).Single());
        return
        [
            .. archive
                .Entries.Select(entry => entry.FullName)
                .Where(name =>
                    !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal)
                )
                .Where(name => name is not ("Edtf.nuspec" or "[Content_Types].xml")),
        ];
    }
}
