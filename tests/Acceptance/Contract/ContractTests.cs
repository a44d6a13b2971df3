using System.Text.Json;
using System.Text.RegularExpressions;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Contract;

/// <summary>Reads <c>tests/CONTRACT.md</c>: every promise of the design and the interfaces is held by something that exists and that runs.</summary>
public sealed partial class ContractTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Repository.Root, "tests", "CONTRACT.md"));

    private static readonly List<(string Section, string Promise, string[] HeldBy)> Promises = [.. Read()];

    private static readonly ILookup<string, string> Tests = Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.csproj", SearchOption.AllDirectories)
        .SelectMany(project => TestsIn(Path.GetDirectoryName(project)!))
        .ToLookup(name => name);

    private static readonly HashSet<string> Cases = [.. ReadCases()];

    [Fact]
    public void Every_promise_is_held_by_tests_that_exist()
    {
        Promises
            .Where(promise => promise.HeldBy.Length == 0)
            .Select(promise => promise.Promise)
            .ShouldBeEmpty("a promise that nothing holds");
        var missing = from promise in Promises from name in promise.HeldBy where !Exists(name) select $"{promise.Section}: {name}";
        missing.ShouldBeEmpty();
    }

    [Fact]
    public void A_name_stands_for_one_test() =>
        Promises.SelectMany(promise => promise.HeldBy).Where(name => Tests[name].Count() > 1).Distinct().ShouldBeEmpty();

    [Fact]
    public void Every_section_of_the_contract_has_its_promises()
    {
        var wanted = Enumerable
            .Range(2, 9)
            .Select(number => $"The design, {number}")
            .Concat(Enumerable.Range(1, 7).Select(number => $"The interfaces, {number}"));
        wanted.Except(Promises.Select(promise => promise.Section)).ShouldBeEmpty();
    }

    [Fact]
    public void No_promise_is_there_twice() => Promises.Select(promise => (promise.Section, promise.Promise)).ShouldBeUnique();

    [Fact]
    public void A_name_that_is_mistaken_is_noticed()
    {
        foreach (
            var name in new[]
            {
                "ContractTests.No_such_test",
                "ContractTests.Exists",
                "LedgerFixture.DisposeAsync",
                "case: no such case",
                "benchmark as-of: no such row",
                "benchmark nothing",
                "check: rm -rf",
            }
        )
        {
            Exists(name).ShouldBeFalse(name);
        }

        Exists($"{nameof(ContractTests)}.{nameof(A_name_that_is_mistaken_is_noticed)}").ShouldBeTrue();
    }

    private static bool Exists(string name) =>
        name.Split(": ", 2) switch
        {
            ["case", var rule] => Cases.Contains(rule),
            ["check", var command] => File.ReadLines(Path.Combine(Repository.Root, ".ci", "run"))
                .Any(line => line.Contains(command, StringComparison.Ordinal)),
            [var benchmark, var row] when benchmark.StartsWith("benchmark ", StringComparison.Ordinal) => BenchmarkOf(
                    benchmark["benchmark ".Length..]
                )
                .Contains(row, StringComparison.Ordinal),
            _ => Tests.Contains(name),
        };

    /// <summary>The rows of the tables: a promise, and the names of what holds it, in code marks.</summary>
    private static IEnumerable<(string Section, string Promise, string[] HeldBy)> Read()
    {
        var section = "";
        foreach (var line in Text.Split('\n'))
        {
            if (Heading().Match(line) is { Success: true } heading)
            {
                section = heading.Groups["section"].Value;
            }
            else if (line.StartsWith("| ", StringComparison.Ordinal) && line != "| promise | held by |")
            {
                var cells = line.Trim('|', ' ').Split(" | ");
                cells.Length.ShouldBe(2, line);
                var names = Name().Matches(cells[1]).Select(name => name.Groups["name"].Value).ToArray();
                string.Join(", ", names.Select(name => $"`{name}`")).ShouldBe(cells[1], $"only names stand behind a promise: {line}");
                yield return (section, cells[0], names);
            }
        }
    }

    /// <summary>The tests of a project, by its sources: each class has a file of its own name.</summary>
    private static IEnumerable<string> TestsIn(string project) =>
        from file in Directory.EnumerateFiles(project, "*Tests.cs", SearchOption.AllDirectories)
        from method in Method().Matches(File.ReadAllText(file))
        select $"{Path.GetFileNameWithoutExtension(file)}.{method.Groups["method"].Value}";

    /// <summary>The names of the cases of the rules, without the number that one of several with the same name has.</summary>
    private static IEnumerable<string> ReadCases()
    {
        using var stream = File.OpenRead(Path.Combine(Repository.Root, "tests", "RulesOfTime.Tests", "RulesOfTime", "cases.json"));
        using var cases = JsonDocument.Parse(stream);
        return [.. cases.RootElement.EnumerateArray().Select(one => Numbered().Replace(one.GetProperty("name").GetString()!, ""))];
    }

    /// <summary>What a benchmark prints, by its sources; nothing where there is none of that name.</summary>
    private static string BenchmarkOf(string name)
    {
        var folder = Path.Combine(Repository.Root, "tests", "Benchmarks");
        return !File.ReadAllText(Path.Combine(folder, "Program.cs")).Contains($"    [\"{name}\"", StringComparison.Ordinal)
            ? ""
            : string.Concat(
                Directory
                    .EnumerateFiles(
                        Path.Combine(
                            folder,
                            name switch
                            {
                                "as-of" or "memory" => "AsOf",
                                _ => char.ToUpperInvariant(name[0]) + name[1..],
                            }
                        ),
                        "*.cs"
                    )
                    .Select(File.ReadAllText)
            );
    }

    [GeneratedRegex("^## (?<section>The (design|interfaces), [0-9]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Heading();

    [GeneratedRegex("`(?<name>[^`]+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex Name();

    // Between a test's attributes there is no empty line.
    [GeneratedRegex(@"\[(Fact|Theory)\]\n([^\n]+\n)*?\s*public (async )?\w+ (?<method>\w+)\(", RegexOptions.ExplicitCapture)]
    private static partial Regex Method();

    [GeneratedRegex(" [(][0-9]+[)]$")]
    private static partial Regex Numbered();
}
