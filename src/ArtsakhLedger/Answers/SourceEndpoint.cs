using System.Globalization;
using ArtsakhLedger.Asking;
using ArtsakhLedger.Http;
using ArtsakhLedger.Pages;
using ArtsakhLedger.Pages.Sources;
using ArtsakhLedger.Sources;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace ArtsakhLedger.Answers;

public static class SourceEndpoint
{
    /// <summary>One source: its metadata, the digests of its archived texts, and how much of them the record cites.</summary>
    /// <param name="id">The source's id, or one that was merged into it.</param>
    /// <param name="knownAt">A position, the name of a batch, or an instant (RFC 3339); without it, the head of the ledger.</param>
    [WolverineGet("/sources/{id}", Name = "source")]
    [Tags("Sources")]
    [ProducesResponseType<SourceAnswer>(200, Representation.Json, Representation.Html)]
    public static async Task<IResult> Get(
        string id,
        [FromQuery(Name = "known-at")] string? knownAt,
        ILedger ledger,
        SourceReader sources,
        CancellationToken cancellation
    )
    {
        var known = await KnownAt.ResolveAsync(ledger, knownAt, null, cancellation);
        var source = await sources.SourceAsync(id, known, cancellation);
        var (register, _) = await sources.RegisterAsync(known.Position, cancellation);
        var others = register.MergedInto(source.Source.Source).ToList();
        var answer = AnswerOf(source, others, await sources.CitationsAsync(source, known.Position, cancellation)) with
        {
            Assessment = register.Standings.AssessmentOf(source.Source.Source) is { } assessed
                ? new(
                    assessed.Standing,
                    assessed.CopyOf,
                    assessed.Character,
                    assessed.CloseTo?.Id is { } party ? register.Entities.ReferenceTo(party) : null,
                    assessed.Reason,
                    $"/facts/{assessed.Id}"
                )
                : null,
        };
        return new Answer<SourceAnswer>(answer, known)
        {
            Page = () => Task.FromResult<IHtmlPage>(new HtmlPage<SourcePage, SourceView>(new(answer, knownAt))),
        };
    }

    private static SourceAnswer AnswerOf(KnownSource known, List<string> others, SourceCitations cited)
    {
        var (source, touched) = (known.Source, cited.LastTouched);
        return new()
        {
            Id = source.Source,
            Title = source.Csl["title"]?.ToString(),
            Csl = source.Csl,
            Licence = source.Licence,
            ExcerptOnly = source.ExcerptOnly,
            Retracted = known.IsRetracted,
            Snapshots =
            [
                .. source.Snapshots.Select(snapshot => new SnapshotAnswer(
                    snapshot.Sha256,
                    snapshot.Length,
                    CoverageOf(source, snapshot, cited)
                )),
            ],
            Facts = cited.Citations.DistinctBy(citation => citation.Fact.Id).Count(),
            Citations = cited.Citations.Count,
            OtherIds = others.Count == 0 ? null : others,
            Descriptions = [.. known.Entries.Select(entry => $"/facts/{entry.Fact.Id}")],
            Passages = $"/sources/{source.Source}/passages",
            KnownAt = new(touched.Position, touched.RecordedAt, touched.Batch),
            Self = $"/sources/{source.Source}?known-at={touched.Position.ToString(CultureInfo.InvariantCulture)}",
        };
    }

    private static CoverageAnswer? CoverageOf(SourceArchived source, Snapshot snapshot, SourceCitations cited)
    {
        var passages = Coverage.Of(source, snapshot, cited.Citations);
        return passages.Count == 0
            ? null
            : new(
                passages.Count,
                passages.Count(covered => covered.Facts.Count > 0),
                passages.Count(covered => covered.Passage.NotRecorded is not null && covered.Facts.Count == 0),
                passages.Count(covered => covered.IsUncovered)
            );
    }
}
