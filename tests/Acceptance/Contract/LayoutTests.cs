using System.Text.Json;
using ArtsakhLedger.Tests.Readme;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Contract;

/// <summary>What stands where in the repository (DESIGN, section 9).</summary>
public sealed class LayoutTests
{
    [Fact]
    public void The_tests_have_a_project_for_each_of_the_sources_the_benchmarks_and_the_cases_of_the_rules()
    {
        var sources = Directory
            .EnumerateDirectories(Path.Combine(Repository.Root, "src"))
            .Select(source => $"{Path.GetFileName(source)}.Tests");
        foreach (var project in sources.Concat(["Acceptance", "Benchmarks", "RuleCases"]))
        {
            File.Exists(Path.Combine(Repository.Root, "tests", project, $"{project}.csproj")).ShouldBeTrue(project);
        }
    }

    [Fact]
    public void Every_file_of_the_record_names_its_schema() =>
        Directory
            .EnumerateFiles(Repository.Events, "*.yaml", SearchOption.AllDirectories)
            .ShouldAllBe(file => File.ReadLines(file).First() == "# yaml-language-server: $schema=../../schema.json");

    [Fact]
    public void Lock_files_of_npm_keep_digests_and_no_address_of_a_registry()
    {
        var files = new[] { "src/Store/Embedded", "tests/ArtsakhLedger.Tests/Provenance/JsonLd", "tests/Edtf.Tests/EdtfJs" }.Select(
            folder => Path.Combine(Repository.Root, folder, "package-lock.json")
        );
        foreach (var file in files)
        {
            var packages = JsonDocument
                .Parse(File.ReadAllText(file))
                .RootElement.GetProperty("packages")
                .EnumerateObject()
                .Where(package => package.Name.Length > 0)
                .ToList();
            packages.ShouldNotBeEmpty();
            packages
                .SelectMany(package => package.Value.EnumerateObject().Select(member => member.Name))
                .ShouldNotContain("resolved", file);
            packages
                .Count(package => package.Value.EnumerateObject().Any(member => member.Name == "integrity"))
                .ShouldBe(packages.Count, file);
        }
    }

    [Fact]
    public void The_guides_say_that_authors_are_public_for_ever_and_that_only_a_checkpoint_kept_elsewhere_catches_a_rewritten_log()
    {
        Document.Guide("Record").Text.ShouldContain("**permanent and public**");
        Document
            .Guide("Prove")
            .Section("Keep a checkpoint elsewhere")
            .Text.ShouldContain("**Only a checkpoint or a receipt that was kept elsewhere shows the difference.**");
    }
}
