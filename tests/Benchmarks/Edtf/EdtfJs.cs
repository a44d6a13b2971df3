using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Benchmarks.Edtf;

/// <summary>The npm package edtf, installed from its lock file into a folder of its own.</summary>
internal static class EdtfJs
{
    internal static double? MeasureNanosecondsPerText()
    {
        var folder = Directory.CreateTempSubdirectory("edtf-js-").FullName;
        try
        {
            foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "EdtfJs")))
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            Run(folder, "npm", ["ci", "--silent", "--omit=optional", "--ignore-scripts", "--no-audit", "--no-fund"], string.Empty);
            return double.Parse(
                Run(folder, "node", ["measure.mjs"], JsonSerializer.Serialize(EdtfCorpus.Texts)),
                CultureInfo.InvariantCulture
            );
        }
        catch (Win32Exception)
        {
            return null;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Run(string folder, string program, string[] arguments, string input)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} does not start.");
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} failed.");
    }
}
