using System.Globalization;
using ArtsakhLedger.Export;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Recording;
using ArtsakhLedger.Sheets.Columns;
using ArtsakhLedger.Sheets.Planning;
using ArtsakhLedger.Sheets.Reading;
using ArtsakhLedger.Sources;
using JasperFx.CommandLine;
using Marten;

namespace ArtsakhLedger.CommandLine;

public sealed class ImportSheetInput
{
    [Description("The sheet: CSV, TSV or XLSX")]
    public string File { get; set; } = "";

    [Description("The polity whose foreign relations the rows tell of, such as kosovo")]
    [FlagAlias("polity", longAliasOnly: true)]
    public string? PolityFlag { get; set; }

    [Description("The type of fact that the rows tell of, such as recognition-passed; by default what the sheet says")]
    [FlagAlias("type", longAliasOnly: true)]
    public string? TypeFlag { get; set; }

    [Description("A map that says what columns, values and names mean, in YAML or JSON")]
    [FlagAlias("map", longAliasOnly: true)]
    public string? MapFlag { get; set; }

    [Description("Write how the sheet was understood into this file, to be changed and used as --map")]
    [FlagAlias("write-map", longAliasOnly: true)]
    public string? WriteMapFlag { get; set; }

    [Description("The worksheet of a workbook; by default the first one that is not empty")]
    [FlagAlias("worksheet", longAliasOnly: true)]
    public string? WorksheetFlag { get; set; }

    [Description("day-first or month-first: how 6/3/1976 is read; by default as other dates of the sheet tell")]
    [FlagAlias("dates", longAliasOnly: true)]
    public string? DatesFlag { get; set; }

    [Description("What the sheet is called as a source; by default the name of its file")]
    [FlagAlias("title", longAliasOnly: true)]
    public string? TitleFlag { get; set; }

    [Description("Write the facts as a batch into this folder of batches, to be reviewed and imported")]
    [FlagAlias("write", longAliasOnly: true)]
    public string? WriteFlag { get; set; }

    [Description("Record the facts, and archive the text of the sheet as their source")]
    [FlagAlias("record", longAliasOnly: true)]
    public bool RecordFlag { get; set; }

    [Description("Print the preview as JSON, as the service gives it")]
    [FlagAlias("json", longAliasOnly: true)]
    public bool JsonFlag { get; set; }
}

/// <summary>Shows how a sheet is understood, and writes or records the facts that it makes.</summary>
[Description("Make facts of a sheet (CSV, TSV, XLSX): a preview, then a batch (--write) or records (--record)", Name = "import-sheet")]
public sealed class ImportSheetCommand : LedgerCommand<ImportSheetInput>
{
    /// <summary>The author of what is recorded from sheets on the command line.</summary>
    private static readonly Author Author = Author.From("import-sheet", null);

    public ImportSheetCommand(CommandContext context)
        : base(context) => Usage("Show how a sheet is understood").Arguments(input => input.File);

    protected override async Task<bool> RunAsync(ImportSheetInput input, CancellationToken cancellation)
    {
        var map = await MapOfAsync(input, cancellation);
        var table = SheetReader.Read(input.File, await ReadAsync(input.File, cancellation), map.Worksheet, cancellation);
        await using var place = await FindLedgerAsync(cancellation);
        await Migration.ApplyAsync(place.Database, cancellation);
        using var ledger = new LedgerReader(place.Database);
        using var texts = new SnapshotStore(place.Database);
        await using var store = DocumentStore.For(options => EventStore.Configure(options, place.Database.Service));
        var recorder = new SheetRecorder(
            ledger,
            texts,
            new(place.Database, ledger, texts, Configuration),
            new(place.Database, store, TimeProvider.System)
        );
        var plan = await recorder.PlanAsync(table, map, cancellation);
        if (input.WriteMapFlag is { } file)
        {
            await WriteMapAsync(plan.Map, file, input.MapFlag, cancellation);
        }

        if (input.JsonFlag)
        {
            PrintJson(plan.Preview);
        }
        else
        {
            SheetPreviewTables.Print(plan.Preview, Console, Output, Error);
        }

        return await ActAsync(input, plan, recorder, cancellation);
    }

    private async Task<bool> ActAsync(ImportSheetInput input, SheetPlan plan, SheetRecorder recorder, CancellationToken cancellation)
    {
        if (input is { WriteFlag: null, RecordFlag: false })
        {
            Tell(
                input,
                "Nothing is recorded. Write the facts as a batch to be reviewed with --write FOLDER, or record them with --record."
            );
            return plan.Preview.ProblemCount == 0;
        }

        if (plan.Refusal is { } refusal)
        {
            await Error.WriteLineAsync(
                plan.Preview.ProblemCount > 0 ? "Nothing was written or recorded." : $"{refusal} Nothing was written or recorded."
            );
            return false;
        }

        if (plan.Facts.Count == 0)
        {
            Tell(input, "Everything in the sheet is recorded already; there is nothing to write or record.");
            return true;
        }

        if (input.WriteFlag is { } folder)
        {
            Write(input, plan, folder);
        }

        if (input.RecordFlag)
        {
            var recorded = await recorder.RecordAsync(plan, Author, cancellation);
            Tell(
                input,
                recorded is var (batch, appended)
                    ? $"{appended.Facts.Count} entries are recorded as {batch}, at positions {appended.Facts[0].Position} to {appended.Facts[^1].Position}. The text of the sheet is stored."
                    : "Everything in the sheet is recorded already."
            );
        }

        return true;
    }

    /// <summary>Writes the batch, and beside its files the text of the sheet that it cites.</summary>
    private void Write(ImportSheetInput input, SheetPlan plan, string folder)
    {
        var polity = plan.Preview.Polity.Id;
        var batch = Path.Combine(folder, SheetRecorder.NameOf(polity, BatchFiles.NextNumber(folder, polity), plan.Preview.File));
        BatchFiles.Write(
            batch,
            [.. plan.Facts.Select(one => (one.Row is { } row ? string.Create(CultureInfo.InvariantCulture, $"row {row}") : null, one.Fact))]
        );
        var text = Path.Combine(batch, IsItsOwnText(plan.Preview) ? plan.Preview.File : $"{plan.Preview.File}.txt");
        File.WriteAllBytes(text, plan.Text);
        Tell(input, $"{plan.Facts.Count} entries are in {batch}, and the text that they cite is in {text}.");
        Tell(input, $"Check them with: check {folder} --snapshot {text}");
    }

    /// <summary>Whether the file is the text that is cited, and no file of the batch has its name.</summary>
    private static bool IsItsOwnText(SheetPreview preview) =>
        preview.Format != SheetFormat.Xlsx && Path.GetExtension(preview.File).ToLowerInvariant() is ".csv" or ".tsv" or ".txt" or ".tab";

    private void Tell(ImportSheetInput input, string line)
    {
        // Where the preview is for programs, nothing else may stand in its output.
        (input.JsonFlag ? Error : Output).WriteLine(line);
    }

    private static async Task<ColumnMap> MapOfAsync(ImportSheetInput input, CancellationToken cancellation)
    {
        var map = input.MapFlag is { } file ? ColumnMapFile.Read(await File.ReadAllTextAsync(file, cancellation)) : new();
        return map with
        {
            Polity = input.PolityFlag ?? map.Polity,
            Type = ColumnMapFile.TypeOf(input.TypeFlag) ?? map.Type,
            Worksheet = input.WorksheetFlag ?? map.Worksheet,
            Dates = input.DatesFlag is { } order ? ColumnMapFile.OrderOf(order) : map.Dates,
            Title = input.TitleFlag ?? map.Title,
        };
    }

    private static async Task<byte[]> ReadAsync(string file, CancellationToken cancellation)
    {
        await using var stream = File.OpenRead(file);
        using var content = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;

        // One byte more than allowed is enough to refuse it, however large it is.
        while (content.Length <= SheetLimits.FileBytes && (read = await stream.ReadAsync(buffer, cancellation)) > 0)
        {
            content.Write(buffer, 0, read);
        }

        return content.ToArray();
    }

    private static async Task WriteMapAsync(ColumnMap map, string file, string? used, CancellationToken cancellation)
    {
        if (File.Exists(file) && (used is null || Path.GetFullPath(used) != Path.GetFullPath(file)))
        {
            throw new IOException($"There is a file {file} already; name another, or use it as --map.");
        }

        await File.WriteAllTextAsync(file, ColumnMapFile.Write(map), cancellation);
    }
}
