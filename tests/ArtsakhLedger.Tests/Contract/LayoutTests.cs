using System.Text.Json;
using ArtsakhLedger.Tests.Readme;
using ArtsakhLedger.Tests.Running;
using Edtf;
using Shouldly;
using TransparencyLog;
using Xunit;

namespace ArtsakhLedger.Tests.Contract;

/// <summary>What may depend on what, and how rooms may be called (DESIGN, section 9).</summary>
public sealed class LayoutTests
{
    private static readonly string[] NoNames = ["Common", "Helpers", "Utils", "Shared", "Core", "Manager"];

    [Fact]
    public void The_library_of_dates_depends_on_nothing() =>
        ReferencesOf(typeof(EdtfDate)).ShouldAllBe(name => name.StartsWith("System.", StringComparison.Ordinal));

    [Fact]
    public void The_library_of_the_log_has_no_database_and_no_web() =>
        ReferencesOf(typeof(Checkpoint))
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal))
            .ShouldBe(["NSec.Cryptography"]);

    [Fact]
    public void A_slice_is_called_after_what_it_holds() =>
        Directory
            .EnumerateDirectories(Path.Combine(Repository.Root, "src", "ArtsakhLedger"), "*", SearchOption.AllDirectories)
            .Select(Path.GetFileName)
            .Intersect(NoNames)
            .ShouldBeEmpty();

    [Fact]
    public void The_tests_have_a_project_for_each_of_the_sources_the_benchmarks_and_the_cases_of_the_rules()
    {
        foreach (var project in new[] { "Edtf.Tests", "TransparencyLog.Tests", "ArtsakhLedger.Tests", "Benchmarks", "RuleCases" })
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
        var files = new[] { "src/ArtsakhLedger/Embedded", "tests/ArtsakhLedger.Tests/Provenance/JsonLd", "tests/Edtf.Tests/EdtfJs" }.Select(
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
        Document.Guide("Prove").Text.ShouldContain("**Keep a checkpoint elsewhere.** Somebody who owns the database and the key");
    }

    private static IEnumerable<string> ReferencesOf(Type type) =>
        type.Assembly.GetReferencedAssemblies().Select(reference => reference.Name!);
}
