using Edtf.Tests.Package;

namespace TransparencyLog.Tests.Package;

public class PackageTests(PackageTests.PackedTransparencyLog package) : IClassFixture<PackageTests.PackedTransparencyLog>
{
    [Fact]
    public void The_package_has_a_README_documentation_and_symbols()
    {
        package.Files.ShouldBe(["README.md", "lib/net10.0/TransparencyLog.dll", "lib/net10.0/TransparencyLog.xml"], ignoreOrder: true);
        package.SymbolFiles.ShouldBe(["lib/net10.0/TransparencyLog.pdb"]);
    }

    [Fact]
    public void The_samples_of_the_README_print_what_they_show()
    {
        var samples = new ReadmeSamples(package.Readme);

        samples.Count.ShouldBeGreaterThan(5);
        package.Run(samples.Program).ShouldBe(samples.Output);
    }

    public sealed class PackedTransparencyLog() : PackedProject("TransparencyLog");
}
