using System.Text.RegularExpressions;
using ArtsakhLedger.Tests.Readme;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Operating;

/// <summary>The guide's reference of settings is that of the program: none is missing, and none is there that the program does not read.</summary>
public sealed partial class SettingsTests
{
    // Read by the framework, not by this program's own code.
    private static readonly string[] OfTheFramework = ["ASPNETCORE_URLS"];

    [Fact]
    public void Every_setting_that_the_program_reads_is_in_the_reference_with_its_default_and_no_other() =>
        Rows().Select(row => row.Name).ShouldBe(OfTheFramework.Concat(ReadByTheProgram()), ignoreOrder: true);

    [Fact]
    public void Every_setting_has_a_default_and_a_meaning() => Rows().ShouldAllBe(row => row.Default.Length > 0 && row.Meaning.Length > 10);

    private static List<(string Name, string Default, string Meaning)> Rows() =>
        [
            .. Row()
                .Matches(Document.Guide("Configure").Section("Settings").Text)
                .Select(row => (row.Groups["name"].Value, row.Groups["default"].Value, row.Groups["meaning"].Value)),
        ];

    private static IEnumerable<string> ReadByTheProgram()
    {
        var source = string.Join(
            '\n',
            Directory
                .EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
                .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
                .Select(File.ReadAllText)
        );
        return Setting()
            .Matches(source)
            .Select(match => match.Groups["name"].Value.Replace(":", "__", StringComparison.Ordinal))
            .Concat(ConnectionString().Matches(source).Select(match => $"ConnectionStrings__{match.Groups["name"].Value}"))
            .Concat(OfAccess().Matches(source).Select(match => $"Access__{match.Groups["name"].Value}"))
            .Concat(Constant().Matches(source).Select(match => match.Groups["name"].Value))
            .Distinct();
    }

    [GeneratedRegex(@"^\| `(?<name>\w+)` \| (?<default>[^|]*) \| (?<meaning>[^|]*) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"onfiguration\[""(?<name>[\w:]+)""\]")]
    private static partial Regex Setting();

    [GeneratedRegex(@"GetConnectionString\(""(?<name>\w+)""\)")]
    private static partial Regex ConnectionString();

    [GeneratedRegex(@"\baccess\[""(?<name>\w+)""\]")]
    private static partial Regex OfAccess();

    [GeneratedRegex(@"const string \w+Setting = ""(?<name>\w+)""")]
    private static partial Regex Constant();
}
