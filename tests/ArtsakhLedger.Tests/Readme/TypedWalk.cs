using System.Text.Json;
using ArtsakhLedger.Tests.Running;

namespace ArtsakhLedger.Tests.Readme;

/// <summary>Types the commands of a section of the README into a shell, one after the other, in a folder of their own.</summary>
public static class TypedWalk
{
    private const string Marker = "-- end of the block --";

    /// <summary>Holds that each command prints what the README shows.</summary>
    /// <param name="section">The heading of the section.</param>
    /// <param name="connection">The database of the ledger.</param>
    /// <param name="port">Where a service listens on it, in place of 5080; null where the section asks none.</param>
    public static async Task ShouldPrintWhatIsShownAsync(string section, string connection, int? port)
    {
        var blocks = ReadmeText.BlocksOf(ReadmeText.Section(section));
        var commands = string.Concat(
            blocks.Where(block => block.Language == "sh").Select(block => $"{block.Text}\necho; echo '{Marker}'\n")
        );
        var folder = Directory.CreateTempSubdirectory("walk-");
        string[] printed;
        try
        {
            printed = (await TypedShell.TypeAsync(commands, folder.FullName, TypedShell.On(connection), port)).Split(Marker);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        for (var (i, command) = (0, 0); i < blocks.Count; i++)
        {
            if (blocks[i].Language == "sh")
            {
                command++;
            }
            else if (blocks[i].Language == "json")
            {
                ReadmeText.ShouldFit(
                    JsonDocument.Parse(printed[command - 1]).RootElement,
                    JsonDocument.Parse(blocks[i].Text).RootElement,
                    "$"
                );
            }
            else
            {
                ReadmeText.ShouldPrint(printed[command - 1], blocks[i].Text);
            }
        }
    }
}
