using System.Text.Json;
using ArtsakhLedger.Tests.Running;

namespace ArtsakhLedger.Tests.Readme;

/// <summary>Types the commands of sections into a shell, one after the other, in a folder of their own.</summary>
public static class TypedWalk
{
    private const string Marker = "-- end of the block --";

    /// <summary>Holds that each command prints what is shown below it.</summary>
    /// <param name="sections">The sections, in order.</param>
    /// <param name="connection">The database of the ledger.</param>
    /// <param name="port">Where a service listens on it, in place of 5080; null where the sections ask none.</param>
    /// <param name="before">What is typed before all that.</param>
    public static async Task ShouldPrintWhatIsShownAsync(IReadOnlyList<Section> sections, string connection, int? port, string before = "")
    {
        var blocks = sections.SelectMany(section => section.Blocks).ToList();
        var commands = string.Concat(
            blocks.Where(block => block.Language == "sh").Select(block => $"{block.Text}\necho; echo '{Marker}'\n")
        );
        var folder = Directory.CreateTempSubdirectory("walk-");
        string[] printed;
        try
        {
            printed = (await TypedShell.TypeAsync(before + commands, folder.FullName, TypedShell.On(connection), port)).Split(Marker);
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
                ShownAnswer.ShouldFit(
                    JsonDocument.Parse(printed[command - 1]).RootElement,
                    JsonDocument.Parse(blocks[i].Text).RootElement,
                    "$"
                );
            }
            else
            {
                ShownAnswer.ShouldPrint(printed[command - 1], blocks[i].Text);
            }
        }
    }
}
