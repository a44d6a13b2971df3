using System.Diagnostics;
using System.Text.Json.Nodes;
using ArtsakhLedger.Tests.Running;
using Shouldly;

namespace ArtsakhLedger.Tests.Provenance;

/// <summary>The <c>jsonld</c> processor of npm, with nothing but the local context of Web Annotation at hand.</summary>
public static class JsonLdProcessor
{
    private static readonly string Sources = Path.Combine(Repository.Root, "tests", "ArtsakhLedger.Tests", "Provenance", "JsonLd");

    /// <summary>True where node and npm are on the machine.</summary>
    public static bool IsThere =>
        Array.TrueForAll(
            ["node", "npm"],
            program =>
                (Environment.GetEnvironmentVariable("PATH") ?? "")
                    .Split(Path.PathSeparator)
                    .Any(folder => File.Exists(Path.Combine(folder, program)))
        );

    /// <summary>The nodes of some documents in expanded form.</summary>
    public static async Task<IReadOnlyList<JsonArray>> ExpandAsync(params IReadOnlyList<string> documents)
    {
        var folder = Directory.CreateTempSubdirectory("jsonld-").FullName;
        try
        {
            foreach (var file in Directory.EnumerateFiles(Sources))
            {
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            }

            await RunAsync(folder, "", "npm", "ci", "--omit=optional", "--ignore-scripts", "--no-audit", "--no-fund");
            var expanded = new List<JsonArray>();
            foreach (var document in documents)
            {
                expanded.Add(JsonNode.Parse(await RunAsync(folder, document, "node", "expand.mjs"))!.AsArray());
            }

            return expanded;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> RunAsync(string folder, string input, string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = folder,
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, await errors + await output);
        return await output;
    }
}
