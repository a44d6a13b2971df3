using System.Globalization;
using System.Text.Json.Nodes;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Http;
using ArtsakhLedger.Import;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Sheets.Columns;
using ArtsakhLedger.Sheets.Planning;
using ArtsakhLedger.Sheets.Reading;
using ArtsakhLedger.Sources;
using ArtsakhLedger.State;
using ArtsakhLedger.Vocabulary;

namespace ArtsakhLedger.Recording;

/// <summary>Holds sheets against the ledger, and records what they make: a batch, by the same rules as one that is sent, and the text of the sheet.</summary>
public sealed class SheetRecorder(LedgerReader ledger, SnapshotStore texts, BatchDraftReader drafting, Appender appending)
{
    private const int LongestName = 60;

    /// <summary>Plans what a sheet makes of the ledger as it is now.</summary>
    /// <exception cref="UnusableMapException">Neither map nor sheet says what the rows tell of, or the map names what there is not.</exception>
    public async Task<SheetPlan> PlanAsync(SheetTable table, ColumnMap map, CancellationToken cancellation)
    {
        var head = await ledger.HeadAsync(cancellation);
        return await SheetPlanner.PlanAsync(
            table,
            map,
            new(
                await ledger.DescriptionsAsync(head.Position, cancellation),
                (polity, cancel) => ledger.FactsOfAsync(polity, head.Position, cancel),
                ledger.TakenAmongAsync,
                texts.TextsOfAsync
            ),
            cancellation
        );
    }

    /// <summary>Records what a sheet makes, completely or not at all, as the next batch of its polity, and stores its text.</summary>
    /// <returns>The name of the batch and what was appended; null if everything was recorded already.</returns>
    /// <exception cref="RequestProblem">It cannot be recorded.</exception>
    public async Task<(string Batch, Appended Appended)?> RecordAsync(SheetPlan plan, Author author, CancellationToken cancellation)
    {
        if (plan.Refusal is { } refusal)
        {
            throw Refused(refusal);
        }

        if (plan.Facts.Count == 0)
        {
            return null;
        }

        var polity = plan.Preview.Polity.Id;
        var batch = await NextBatchAsync(polity, plan.Preview.File, cancellation);
        var lines = plan.Facts.Select((one, i) => new BatchLine(i + 1, ContentOf(one.Fact), null));
        BatchDraft? draft = null;
        var appended = await appending.DecideAndAppendAsync(
            async _ =>
            {
                draft = draft is null
                    ? await drafting.OfAsync(batch, polity, lines, author, key: null, cancellation)
                    : await draft.RenewAsync();
                return draft.Problem() is null ? draft.ToProposal() : null;
            },
            cancellation
        );
        if (appended is null)
        {
            throw draft!.Problem()!;
        }

        await texts.StoreAsync(SnapshotText.Of(plan.Text), plan.Text, author, cancellation);
        return appended.Facts.Count == 0 ? null : (batch, appended);
    }

    /// <summary>The problem of a sheet that cannot be recorded.</summary>
    public static RequestProblem Refused(string why) =>
        new(StatusCodes.Status422UnprocessableEntity, "invalid-sheet", "The sheet cannot be recorded as it is.", why);

    /// <summary>The name of the batch that a sheet makes: the number after the last of the polity, and the name of the file.</summary>
    /// <param name="polity">The polity.</param>
    /// <param name="number">The number.</param>
    /// <param name="file">The name of the file.</param>
    public static string NameOf(string polity, int number, string file)
    {
        var slug = NameSlug.Of(Path.GetFileNameWithoutExtension(file));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{polity}/{number:0000}-{slug[..Math.Min(slug.Length, LongestName)].Trim('-')}"
        );
    }

    private async Task<string> NextBatchAsync(string polity, string file, CancellationToken cancellation)
    {
        var head = await ledger.HeadAsync(cancellation);
        var last = (await ledger.BatchesAsync(head.Position, cancellation))
            .Select(batch => batch.Name)
            .Where(name => BatchName.PolityOf(name) == polity)
            .Select(name => int.Parse(name.AsSpan(polity.Length + 1, 4), CultureInfo.InvariantCulture))
            .DefaultIfEmpty()
            .Max();
        return last < 9999
            ? NameOf(polity, last + 1, file)
            : throw Refused($"'{polity}' has a batch 9999 already, and there is no number after it.");
    }

    /// <summary>An entry as a batch has it: a description with the id of what it describes.</summary>
    private static JsonObject ContentOf(Fact fact)
    {
        var content = FactJson.ContentOf(fact);
        switch (fact)
        {
            case EntityDescribed entity:
                content["id"] = entity.Entity;
                content.Remove("entity");
                break;
            case SourceArchived source:
                content["id"] = source.Source;
                content.Remove("source");
                break;
        }

        return content;
    }
}
