using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using ArtsakhLedger.Http;
using ArtsakhLedger.Ledger;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace ArtsakhLedger.Sources;

/// <summary>A passage of a source with what cites it.</summary>
/// <param name="Start">Its first code point in the snapshot; absent where the source is known only by an excerpt.</param>
/// <param name="End">The code point after its last.</param>
/// <param name="Length">The number of its code points.</param>
/// <param name="Sha256">SHA-256 of its NFC text in UTF-8.</param>
/// <param name="NotRecorded">Why nothing that it says is recorded; absent where facts should cite it.</param>
/// <param name="Uncovered">True where no fact cites it and no reason is given.</param>
/// <param name="Citations">The quotes from it, in the order of record.</param>
public sealed record PassageAnswer(
    int? Start,
    int? End,
    int Length,
    string Sha256,
    string? NotRecorded,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Uncovered,
    IReadOnlyList<CitationAnswer> Citations
);

/// <summary>A fact's quote.</summary>
/// <param name="Fact">A link to the fact.</param>
/// <param name="Quote">The words.</param>
/// <param name="Start">Their first code point in the snapshot.</param>
/// <param name="End">The code point after their last.</param>
public sealed record CitationAnswer(string Fact, string Quote, int? Start, int? End);

public static class PassagesEndpoint
{
    /// <summary>A source passage by passage, each with the facts that cite it; of its text no more than what they quote. Where nobody has
    /// cut the source into passages, or it is known only by excerpts, the quotes themselves are listed.</summary>
    /// <param name="id">The source's id, or one that was given up for it.</param>
    /// <param name="snapshot">The SHA-256 of one of its snapshots; without it, the latest.</param>
    /// <param name="knownAt">A position, the name of a batch (<c>artsakh/0001-article</c>), or an instant (RFC 3339); without it, the head of the ledger.</param>
    /// <param name="limit">How many items a page has: 1 to 500, 100 unless said.</param>
    /// <param name="cursor">Where the page begins: follow <c>next</c>.</param>
    [WolverineGet("/sources/{id}/passages", Name = "passages")]
    [Tags("Sources")]
    [ProducesResponseType<Page<PassageAnswer>>(200, Representation.Json, Representation.Html)]
    public static async Task<IResult> Get(
        string id,
        [FromQuery] string? snapshot,
        [FromQuery(Name = "known-at")] string? knownAt,
        [FromQuery] string? limit,
        [FromQuery] string? cursor,
        LedgerReader ledger,
        SourceReader sources,
        CancellationToken cancellation
    )
    {
        var question = ListQuestion.Parse(
            $"/sources/{Uri.EscapeDataString(id)}/passages",
            limit,
            cursor,
            ("snapshot", snapshot),
            ("known-at", knownAt)
        );
        var known = await question.KnownAtAsync(ledger, knownAt, null, cancellation);
        var source = await sources.SourceAsync(id, known, cancellation);
        var text = SnapshotOf(source.Source, snapshot);
        var cited = await sources.CitationsAsync(source, known.Position, cancellation);
        var passages = PassagesOf(source.Source, text, cited.Citations);
        var page = question.PageOf(passages, passage => $"{passage.Start}:{passage.Sha256}", cited.LastTouched.Position);
        return new PageAnswer<PassageAnswer>(page, known) { MadeOf = source.Source };
    }

    private static Snapshot? SnapshotOf(SourceArchived source, string? sha256) =>
        sha256 is null
            ? source.Snapshots is [.., var latest]
                ? latest
                : null
            : source.Snapshots.FirstOrDefault(snapshot => snapshot.Sha256 == sha256)
                ?? throw RequestProblem.BadParameter(
                    "snapshot",
                    source.Snapshots.Count == 0
                        ? $"'{source.Source}' has no snapshot; leave the parameter out."
                        : $"'{source.Source}' has no such snapshot. Send one of {string.Join(", ", source.Snapshots.Select(snapshot => snapshot.Sha256))}."
                );

    private static IReadOnlyList<PassageAnswer> PassagesOf(SourceArchived source, Snapshot? snapshot, IReadOnlyList<CitedBy> citations) =>
        snapshot is null || snapshot.Passages.Count == 0
            ? [.. QuotesAsPassages([.. citations.Where(cited => source.SnapshotOf(cited.Citation)?.Sha256 == snapshot?.Sha256)])]
            :
            [
                .. from covered in Coverage.ByPassage(source, snapshot, citations)
                let passage = covered.Passage
                select new PassageAnswer(
                    passage.Start,
                    passage.End(),
                    passage.Length,
                    passage.Sha256,
                    passage.NotRecorded,
                    covered.Citing.Count == 0 && passage.NotRecorded is null,
                    [.. covered.Citing.Select(AnswerOf)]
                ),
            ];

    private static IEnumerable<PassageAnswer> QuotesAsPassages(IReadOnlyList<CitedBy> citations) =>
        from cited in citations
        group cited by (cited.Citation.Start, cited.Citation.Quote) into quoted
        orderby quoted.Key.Start ?? int.MaxValue
        select new PassageAnswer(
            quoted.Key.Start,
            quoted.First().Citation.End,
            quoted.Key.Quote.EnumerateRunes().Count(),
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(quoted.Key.Quote))),
            NotRecorded: null,
            Uncovered: false,
            [.. quoted.Select(AnswerOf)]
        );

    private static CitationAnswer AnswerOf(CitedBy cited) =>
        new($"/facts/{cited.Fact.Id}", cited.Citation.Quote, cited.Citation.Start, cited.Citation.End);
}
