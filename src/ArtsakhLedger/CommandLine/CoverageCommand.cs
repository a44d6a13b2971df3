using ArtsakhLedger.Import;
using ArtsakhLedger.Sources;
using JasperFx.CommandLine;

namespace ArtsakhLedger.CommandLine;

public sealed class CoverageInput
{
    [Description("The id of a source")]
    public string Source { get; set; } = "";

    [Description("The folder of batches; by default the project's own events/")]
    public string? EventsFlag { get; set; }

    [Description("The text of the source, to show the passages in words")]
    public string? SnapshotFlag { get; set; }

    [Description("Print the passages as JSON")]
    public bool JsonFlag { get; set; }
}

/// <summary>Prints the passages of a source with the facts that cite each, the uncovered ones first.</summary>
[Description(
    "Which passages of a source the batches cite; exit code 1 if one is neither cited nor marked as not recorded",
    Name = "coverage"
)]
public sealed class CoverageCommand(CommandContext context) : LedgerCommand<CoverageInput>(context)
{
    private const int ShownCharacters = 100;

    protected override async Task<bool> RunAsync(CoverageInput input, CancellationToken cancellation)
    {
        if (EventsFolderPath.Find(input.EventsFlag) is not { } folder)
        {
            return Refuse("There is no folder of batches here; name it with --events.");
        }

        SnapshotText? text = null;
        if (input.SnapshotFlag is { } file && (text = SnapshotText.Read(file, out var unreadable)) is null)
        {
            return Refuse($"{file}: {unreadable}");
        }

        var (batches, _) = await RunAsync(() => EventsFolder.Read(folder), cancellation);
        var facts = batches.SelectMany(batch => batch.Entries).Select(entry => entry.Fact).ToList();
        var source = facts.OfType<SourceArchived>().FirstOrDefault(source => source.Source == input.Source);
        if (source is null or { Snapshots: [] } or { Snapshots: [.., { Passages: [] }] })
        {
            return Refuse(source is null ? $"No batch archives a source '{input.Source}'." : $"'{input.Source}' has no passage index.");
        }

        if (text is not null && text.Sha256 != source.Snapshots[^1].Sha256)
        {
            return Refuse($"{input.SnapshotFlag} is not the snapshot of '{input.Source}': its digest is {text.Sha256}.");
        }

        var coverage = Coverage.Of(source, facts);
        if (input.JsonFlag)
        {
            PrintJson(coverage);
        }
        else
        {
            Print(source.Source, coverage, text);
        }

        return !coverage.Any(covered => covered.IsUncovered);
    }

    private void Print(string source, IReadOnlyList<CoveredPassage> coverage, SnapshotText? text)
    {
        foreach (var covered in coverage.OrderBy(covered => covered.IsUncovered ? 0 : 1))
        {
            var (start, end) = (covered.Passage.Start, covered.Passage.End());
            var words = text?.Words(start, end) ?? "";
            Output.WriteLine($"{start, 6}–{end, -6} {(words.Length > ShownCharacters ? words[..ShownCharacters] + "…" : words)}".TrimEnd());
            Output.WriteLine(
                "              "
                    + (
                        covered.IsUncovered ? "UNCOVERED"
                        : covered.Facts.Count > 0 ? string.Join(", ", covered.Facts)
                        : $"not recorded: {covered.Passage.NotRecorded}"
                    )
            );
        }

        var uncovered = coverage.Count(covered => covered.IsUncovered);
        var cited = coverage.Count(covered => covered.Facts.Count > 0);
        Output.WriteLine(
            $"{source}: {coverage.Count} passages, {cited} cited, {coverage.Count - cited - uncovered} not recorded, {uncovered} uncovered."
        );
    }

    private bool Refuse(string why)
    {
        Error.WriteLine(why);
        return false;
    }
}
