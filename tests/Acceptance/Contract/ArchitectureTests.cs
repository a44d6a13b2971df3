using System.Reflection;
using ArchUnitNET.Fluent.Slices;
using ArchUnitNET.Loader;
using ArtsakhLedger.Asking;
using ArtsakhLedger.Database;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Pages;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.Serving;
using ArtsakhLedger.Sheets.Reading;
using ArtsakhLedger.Tests.Running;
using Edtf;
using Shouldly;
using TransparencyLog;
using Xunit;

namespace ArtsakhLedger.Tests.Contract;

/// <summary>What may depend on what, as the compiled code says (DESIGN, section 9).</summary>
public sealed class ArchitectureTests
{
    private static readonly string[] NamesThatSayNothing = ["Common", "Helpers", "Utils", "Shared", "Core", "Manager"];

    private static readonly Dictionary<string, (Assembly Assembly, string[] References)> Projects = new()
    {
        ["Edtf"] = (typeof(EdtfDate).Assembly, []),
        ["TransparencyLog"] = (typeof(Checkpoint).Assembly, []),
        ["RulesOfTime"] = (typeof(Resolution).Assembly, []),
        ["Record"] = (typeof(Fact).Assembly, ["Edtf", "RulesOfTime"]),
        ["Questions"] = (typeof(QuestionProblem).Assembly, ["Edtf", "RulesOfTime", "Record"]),
        ["Sheets"] = (typeof(SheetReader).Assembly, ["Edtf", "RulesOfTime", "Record"]),
        ["Store"] = (typeof(LedgerDatabase).Assembly, ["Edtf", "RulesOfTime", "Record", "TransparencyLog"]),
        ["Pages"] = (typeof(PageFile).Assembly, ["Edtf", "RulesOfTime", "Record", "Questions", "Sheets"]),
        ["ArtsakhLedger"] = (
            typeof(LedgerService).Assembly,
            ["Edtf", "RulesOfTime", "Record", "Questions", "Sheets", "Store", "Pages", "TransparencyLog"]
        ),
    };

    public static TheoryData<string> ProjectNames => [.. Projects.Keys];

    [Theory]
    [MemberData(nameof(ProjectNames))]
    public void A_project_uses_only_those_below_it(string project)
    {
        var (assembly, allowed) = Projects[project];
        Projects
            .Where(other => ReferencesOf(assembly).Contains(other.Value.Assembly.GetName().Name!))
            .Select(other => other.Key)
            .Except(allowed)
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData("RulesOfTime")]
    [InlineData("Record")]
    [InlineData("Questions")]
    [InlineData("Sheets")]
    public void Below_the_store_and_the_host_there_is_no_database_and_no_web(string project) =>
        ReferencesOf(Projects[project].Assembly)
            .Where(name =>
                name.StartsWith("Npgsql", StringComparison.Ordinal)
                || name.StartsWith("Marten", StringComparison.Ordinal)
                || name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
            )
            .ShouldBeEmpty();

    [Theory]
    [InlineData("RulesOfTime")]
    [InlineData("Record")]
    [InlineData("Questions")]
    [InlineData("Sheets")]
    [InlineData("Store")]
    [InlineData("Pages")]
    public void Only_the_host_writes_to_a_terminal(string project) =>
        ReferencesOf(Projects[project].Assembly).ShouldNotContain(name => name.StartsWith("Spectre.Console", StringComparison.Ordinal));

    [Fact]
    public void The_rules_of_time_and_the_library_of_dates_depend_on_nothing_but_the_framework() =>
        new[] { "RulesOfTime", "Edtf" }
            .SelectMany(project => ReferencesOf(Projects[project].Assembly))
            .ShouldAllBe(name => name.StartsWith("System.", StringComparison.Ordinal));

    [Fact]
    public void The_log_depends_on_its_signatures_and_nothing_else() =>
        ReferencesOf(Projects["TransparencyLog"].Assembly)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal))
            .ShouldBe(["NSec.Cryptography"]);

    [Theory]
    [MemberData(nameof(ProjectNames))]
    public void The_folders_of_a_project_depend_on_one_another_without_a_cycle(string project)
    {
        var architecture = new ArchLoader().LoadAssemblies(Projects[project].Assembly).Build();
        var root = project is "Pages" or "Sheets"
            ? $"ArtsakhLedger.{project}.(*)"
            : $"{(project is "Edtf" or "TransparencyLog" ? project : "ArtsakhLedger")}.(*)";

        var rule = SliceRuleDefinition.Slices().Matching(root).Should().BeFreeOfCycles();

        rule.Evaluate(architecture).Where(result => !result.Passed).Select(result => result.Description).ShouldBeEmpty();
    }

    [Fact]
    public void A_folder_is_named_for_what_it_holds() =>
        Directory
            .EnumerateDirectories(Path.Combine(Repository.Root, "src"), "*", SearchOption.AllDirectories)
            .Select(Path.GetFileName)
            .Intersect(NamesThatSayNothing)
            .ShouldBeEmpty();

    private static IEnumerable<string> ReferencesOf(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(reference => reference.Name!);
}
