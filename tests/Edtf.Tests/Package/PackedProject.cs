using System.IO.Compression;

namespace Edtf.Tests.Package;

/// <summary>A project of this repository as others get it: as a NuGet package, used by a program that references nothing else.</summary>
public abstract class PackedProject : IDisposable
{
    private readonly string id;
    private readonly string folder;
    private readonly string packages;

    protected PackedProject(string id)
    {
        this.id = id;
        folder = Directory.CreateTempSubdirectory("package-").FullName;
        packages = Path.Combine(folder, "packages");
        // The build checks the code anyway, so analyzers would only take time here.
        Dotnet(
            "pack",
            RepositoryFolder.PathOf("src", id),
            "--output",
            packages,
            "--artifacts-path",
            Path.Combine(folder, "artifacts"),
            "-p:RunAnalyzers=false"
        );
    }

    internal string Readme
    {
        get
        {
            using var package = Open("*.nupkg");
            using var reader = new StreamReader(package.GetEntry("README.md")!.Open());
            return reader.ReadToEnd();
        }
    }

    internal IEnumerable<string> Files => FilesOf("*.nupkg");

    internal IEnumerable<string> SymbolFiles => FilesOf("*.snupkg");

    /// <summary>Compiles a program against the package, runs it, and returns the lines it prints.</summary>
    internal string[] Run(string program)
    {
        var project = Directory.CreateDirectory(Path.Combine(folder, "program")).FullName;
        File.WriteAllText(Path.Combine(project, "Program.cs"), program);
        File.WriteAllText(
            Path.Combine(project, "Program.csproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="{id}" Version="*" />
              </ItemGroup>
            </Project>
            """
        );
        // The package comes from the folder it was packed into; its dependencies are on this machine, since the tests use them too.
        File.WriteAllText(
            Path.Combine(project, "nuget.config"),
            $"""
            <configuration>
              <config>
                <add key="globalPackagesFolder" value="../restored" />
              </config>
              <packageSources>
                <clear />
                <add key="packed" value="{packages}" />
              </packageSources>
              <fallbackPackageFolders>
                <clear />
                <add key="dependencies" value="{Dotnet("nuget", "locals", "global-packages", "--list").Split(": ", 2)[1].Trim()}" />
              </fallbackPackageFolders>
            </configuration>
            """
        );
        return Dotnet("run", "--project", project).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    public void Dispose()
    {
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private string Dotnet(params string[] arguments) =>
        Command.Run("dotnet", arguments, folder, environment: [("DOTNET_NOLOGO", "1"), ("MSBUILDDISABLENODEREUSE", "1")]);

    private ZipArchive Open(string pattern) => ZipFile.OpenRead(Directory.GetFiles(packages, pattern).Single());

    /// <summary>The files in a package, except for those of the package format itself.</summary>
    private List<string> FilesOf(string pattern)
    {
        using var package = Open(pattern);
        return
        [
            .. package
                .Entries.Select(entry => entry.FullName)
                .Where(name => name == "README.md" || name.StartsWith("lib/", StringComparison.Ordinal)),
        ];
    }
}
