using System.Text.Json;

namespace Edtf.Tests.EdtfJs;

/// <summary>Comparison with edtf.js, the reference implementation on npm.</summary>
public class EdtfJsTests
{
    private const string Rejected = "rejected";

    private static readonly string SourceFolder = RepositoryFolder.PathOf("tests", "Edtf.Tests", "EdtfJs");

    [Fact]
    public void Both_libraries_agree_except_for_the_explained_differences()
    {
        Assert.SkipUnless(Command.Exists("node") && Command.Exists("npm"), "edtf.js needs node and npm, which are not on this machine.");
        var texts = File.ReadAllLines(Path.Combine(SourceFolder, "corpus.txt"));
        var explained = EdtfJsDifferences.All.ToDictionary(difference => difference.Text);
        var theirs = AskEdtfJs(texts);

        texts.Length.ShouldBeGreaterThan(120);
        explained.Keys.ShouldBeSubsetOf(texts);
        foreach (var (text, their) in texts.Zip(theirs))
        {
            var (expected, our) = (explained.GetValueOrDefault(text), Answer(text));
            their.ShouldBe(expected?.Theirs ?? our, $"edtf.js on «{text}»");
            our.ShouldBe(expected?.Ours ?? their, $"this library on «{text}»");
        }
    }

    private static string Answer(string text) =>
        EdtfDate.TryParse(text, out var date) ? Describe(date.Level, date.Earliest?.ToString(), date.Latest?.ToString()) : Rejected;

    private static string[] AskEdtfJs(string[] texts)
    {
        var folder = Directory.CreateTempSubdirectory("edtf-js-").FullName;
        try
        {
            foreach (var file in new[] { "package.json", "package-lock.json", "answers.mjs" })
                File.Copy(Path.Combine(SourceFolder, file), Path.Combine(folder, file));
            Command.Run("npm", ["ci", "--omit=optional", "--ignore-scripts", "--no-audit", "--no-fund"], folder);
            // Otherwise edtf.js interprets a time without an offset in the local time zone.
            var output = Command.Run("node", ["answers.mjs"], folder, JsonSerializer.Serialize(texts), ("TZ", "UTC"));
            return
            [
                .. JsonSerializer
                    .Deserialize<EdtfJsAnswer?[]>(output, JsonSerializerOptions.Web)!
                    .Select(answer => answer is null ? Rejected : Describe(answer.Level, answer.Earliest, answer.Latest)),
            ];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Describe(int level, string? earliest, string? latest) => $"level {level}, {earliest ?? "-"} to {latest ?? "-"}";

    private sealed record EdtfJsAnswer(int Level, string? Earliest, string? Latest);
}
