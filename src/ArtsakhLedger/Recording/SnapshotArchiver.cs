using ArtsakhLedger.Asking;
using ArtsakhLedger.Http;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Sources;

namespace ArtsakhLedger.Recording;

/// <summary>Archives the texts of sources. A text that the source's description already declares is only stored; one that it does not
/// declare, or that is not yet cut into passages, is recorded with its author. Nothing is ever replaced.</summary>
public sealed class SnapshotArchiver(ILedger ledger, SourceReader sources, SnapshotStore store, Appender appending)
{
    /// <summary>Stores a text of a source, records what the record does not have of it yet, and compares every quote from it.</summary>
    /// <param name="id">The source's id.</param>
    /// <param name="text">The text.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="reason">Where and when it was taken; null if not given.</param>
    /// <param name="author">Who archives it.</param>
    /// <param name="cancellation">Cancels the archiving; the text may be stored by then.</param>
    /// <exception cref="RequestProblem">404 for a source that the ledger does not have; 409 for one that is known only by an excerpt or was
    /// retracted, or for a text whose length differs from the one declared.</exception>
    public async Task<ArchivedSnapshotAnswer> ArchiveAsync(
        string id,
        SnapshotText text,
        byte[] bytes,
        string? reason,
        Author author,
        CancellationToken cancellation
    )
    {
        KnownAt known = null!;
        KnownSource source = null!;
        SnapshotArchived archived = null!;
        Snapshot? declared = null;
        var isStoredAnew = false;
        var appended = await appending.DecideAndAppendAsync(
            async _ =>
            {
                known = await KnownAt.ResolveAsync(ledger, null, null, cancellation);
                source = await sources.SourceAsync(id, known, cancellation);
                archived = ToArchive(source.Source, text, reason);
                declared = source.Source.Snapshots.FirstOrDefault(snapshot => snapshot.Sha256 == text.Sha256);
                Refuse(source, declared, text);
                var isToBeRecorded = declared is null or { Passages.Count: 0 };
                if (isToBeRecorded && archived.Snapshot.Passages.Count > Snapshot.MaximumPassages)
                {
                    throw new RequestProblem(
                        StatusCodes.Status422UnprocessableEntity,
                        "too-many-passages",
                        "The text has too many passages.",
                        $"It has {archived.Snapshot.Passages.Count}; {Snapshot.MaximumPassages} are allowed. Archive the part of it that facts cite."
                    );
                }

                if (isToBeRecorded && await ledger.FactAsync(archived.Id, known.Position, cancellation) is not null)
                {
                    throw Conflict(
                        $"This text was archived, but the fact that says so was retracted. An editor can reinstate it: POST /facts/{archived.Id}/reinstatements."
                    );
                }

                // Of several who bring a text that is to be recorded, the one who records it made it, whoever stored the bytes.
                isStoredAnew = await store.StoreAsync(text, bytes, author, cancellation) && !isToBeRecorded;
                return isToBeRecorded
                    ? new([archived], author, known.Position) { DependsOn = [SourceArchived.FactIdOf(source.Source.Source)] }
                    : null;
            },
            cancellation
        );
        var recorded = appended?.Facts[0];
        var head = recorded is null ? known : await KnownAt.ResolveAsync(ledger, null, null, cancellation);
        return new()
        {
            Source = source.Source.Source,
            Sha256 = text.Sha256,
            Length = text.Length,
            Passages = (appended is null ? declared! : archived.Snapshot).Passages.Count,
            Fact = recorded is null ? null : $"/facts/{recorded.Fact.Id}",
            Position = recorded?.Position,
            RecordedAt = recorded?.RecordedAt,
            Appended = appended,
            Quotes = await FindQuotesAsync(await sources.SourceAsync(id, head, cancellation), text, head, cancellation),
            IsNew = isStoredAnew || recorded is not null,
        };
    }

    private static SnapshotArchived ToArchive(SourceArchived source, SnapshotText text, string? reason) =>
        new()
        {
            Id = SnapshotArchived.FactIdOf(source.Source, text.Sha256),
            Source = source.Source,
            Snapshot = new()
            {
                Sha256 = text.Sha256,
                Length = text.Length,
                Passages = text.Passages(),
            },
            Reason = reason,
        };

    private static void Refuse(KnownSource known, Snapshot? declared, SnapshotText text)
    {
        var source = known.Source;
        if (known.IsRetracted)
        {
            throw Conflict(
                $"'{source.Source}' is retracted. An editor brings it back: POST /facts/{SourceArchived.FactIdOf(source.Source)}/reinstatements."
            );
        }

        if (source.ExcerptOnly)
        {
            throw Conflict(
                $"'{source.Source}' is recorded as known only by an excerpt. Now that there is a text, correct that first: POST /sources/{source.Source}/corrections."
            );
        }

        if (declared is not null && declared.Length != text.Length)
        {
            throw Conflict(
                $"'{source.Source}' says that this text has {declared.Length} code points, and it has {text.Length}. Correct that first: POST /sources/{source.Source}/corrections."
            );
        }
    }

    private async Task<QuotesFound> FindQuotesAsync(KnownSource known, SnapshotText text, KnownAt head, CancellationToken cancellation)
    {
        var source = known.Source;
        var findings = (await sources.CitationsAsync(known, head.Position, cancellation))
            .Citations.Where(cited => source.SnapshotOf(cited.Citation)?.Sha256 == text.Sha256)
            .Select(cited => (Cited: cited, Finding: QuoteCheck.Of(cited.Citation with { Snapshot = text.Sha256 }, source, [text])))
            .ToList();
        return new(
            findings.Count(found => found.Finding.Status == QuoteStatus.Exact),
            [
                .. from found in findings
                where found.Finding.Status == QuoteStatus.Wrong
                let problems = found.Finding.Problems.Select(problem => problem.Message)
                select new QuoteMismatch($"/facts/{found.Cited.Fact.Id}", found.Cited.Citation.Quote, string.Join("; ", problems)),
            ]
        );
    }

    private static RequestProblem Conflict(string detail) =>
        new(StatusCodes.Status409Conflict, "conflict", "The record's state does not allow this.", detail);
}
