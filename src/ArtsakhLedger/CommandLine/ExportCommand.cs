using ArtsakhLedger.Database;
using ArtsakhLedger.Export;
using ArtsakhLedger.Http;
using ArtsakhLedger.Import;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Log;
using ArtsakhLedger.Serving;
using ArtsakhLedger.Verification;
using JasperFx.CommandLine;

namespace ArtsakhLedger.CommandLine;

public sealed class ExportInput
{
    [Description("Write the whole ledger into this file, for `verify FILE` to verify without a database")]
    public string? BundleFlag { get; set; }

    [Description("Also put the stored texts of sources into the bundle; check their licences before you pass it on")]
    public bool TextsFlag { get; set; }

    [Description("Write what came over HTTP into this folder of batches, such as events, as a new batch of each polity")]
    public string? YamlFlag { get; set; }

    [Description("The name of the new batches, after their number; by default over-http")]
    public string NameFlag { get; set; } = "over-http";
}

/// <summary>Writes the ledger, or what came over HTTP, into files.</summary>
[Description(
    "Export the whole ledger to be verified elsewhere (--bundle FILE), or what came over HTTP as batches (--yaml FOLDER)",
    Name = "export"
)]
public sealed class ExportCommand(CommandContext context) : LedgerCommand<ExportInput>(context)
{
    protected override async Task<bool> RunAsync(ExportInput input, CancellationToken cancellation)
    {
        if (input.BundleFlag is null == input.YamlFlag is null)
        {
            throw Refused("Write export --bundle FILE for the whole ledger, or export --yaml FOLDER for what came over HTTP.");
        }

        await using var place = await FindLedgerAsync(cancellation);
        await Migration.ApplyAsync(place.Database, cancellation);
        var name = await StoredName.OfAsync(place.Database, Configuration, cancellation);
        await using var ledger = await FrozenLedger.OpenAsync(place.Database, cancellation);
        try
        {
            return input.BundleFlag is { } file
                ? await WriteBundleAsync(place.Database, ledger, name, file, input.TextsFlag, cancellation)
                : await WriteBatchesAsync(ledger, name, input.YamlFlag!, input.NameFlag, cancellation);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or LogKeyException)
        {
            throw Refused(refused.Message);
        }
    }

    private async Task<bool> WriteBundleAsync(
        LedgerDatabase database,
        FrozenLedger ledger,
        LedgerName ledgerName,
        string file,
        bool withTexts,
        CancellationToken cancellation
    )
    {
        using var signer = new LogSigner();
        await new LogOpener(database, signer, Configuration).OpenAsync(cancellation);
        var log = (await LogIdentity.ReadAsync(database.Service, cancellation))!;
        var size = await ledger.SizeAsync(cancellation);
        var head = await new LogReader(database).HeadAsync(size, cancellation);
        var bundle = new BundleWriter(ledger, ledgerName, log, signer.Sign(head), head);
        await new ProgressBars(Console).RunAsync(
            $"Writing the bundle, {size} events",
            size,
            async progress =>
            {
                await bundle.WriteAsync(file, withTexts, DateTimeOffset.UtcNow, progress, cancellation);
                return true;
            }
        );
        Output.WriteLine(
            $"{size} events with their leaves, the read model and the signed checkpoint are in {file}{(withTexts ? ", and the texts of sources" : "")}. Verify it anywhere: verify {file}"
        );
        return true;
    }

    private async Task<bool> WriteBatchesAsync(
        FrozenLedger ledger,
        LedgerName ledgerName,
        string folder,
        string name,
        CancellationToken cancellation
    )
    {
        if (!name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') || name.Length is 0 or > 100)
        {
            throw Refused($"'{name}' cannot be the name of a batch: write lower-case letters, digits and hyphens only.");
        }

        var (batches, problems) = Directory.Exists(folder) ? EventsFolder.Read(folder) : ([], []);
        if (problems.Count > 0)
        {
            throw Refused($"{folder} has problems; `check {folder}` lists them. Fix them first.");
        }

        var (recorded, polities) = await HttpFacts.FindAsync(
            ledger,
            batches.SelectMany(batch => batch.Entries).Select(entry => entry.Fact.Id).ToHashSet(),
            cancellation
        );
        if (recorded.Count == 0)
        {
            Output.WriteLine(
                $"Everything recorded is already in a batch{(batches.Count == 0 ? "" : $", of the import or of {folder}")}; there is nothing to write."
            );
            return true;
        }

        foreach (
            var (batch, entries) in new YamlBatchWriter(folder, name, ledgerName).Write(
                recorded,
                [.. polities, .. batches.Select(batch => batch.Polity)]
            )
        )
        {
            Output.WriteLine($"{entries} entries are in {batch}.");
        }

        Output.WriteLine(
            batches.Count > 0
                ? $"Check them with: check {folder}"
                : "They build on the batches recorded before: put them after those, and check all together with: check events"
        );
        return true;
    }

    private static RequestProblem Refused(string why) =>
        new(StatusCodes.Status400BadRequest, "not-exported", "The export cannot be written.", why);
}
