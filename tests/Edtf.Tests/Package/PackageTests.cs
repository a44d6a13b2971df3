namespace Edtf.Tests.Package;

public class PackageTests(PackageTests.PackedEdtf package) : IClassFixture<PackageTests.PackedEdtf>
{
    [Fact]
    public void The_package_has_a_README_and_for_each_framework_documentation_and_symbols()
    {
        package.Files.ShouldBe(
            ["README.md", "lib/net10.0/Edtf.dll", "lib/net10.0/Edtf.xml", "lib/net8.0/Edtf.dll", "lib/net8.0/Edtf.xml"],
            ignoreOrder: true
        );
        package.SymbolFiles.ShouldBe(["lib/net10.0/Edtf.pdb", "lib/net8.0/Edtf.pdb"], ignoreOrder: true);
    }

    [Fact]
    public void The_samples_of_the_README_print_what_they_show()
    {
        var samples = new ReadmeSamples(package.Readme);

        samples.Count.ShouldBeGreaterThan(9);
        package.Run(samples.Program).ShouldBe(samples.Output);
    }

    public sealed class PackedEdtf() : PackedProject("Edtf");
}
