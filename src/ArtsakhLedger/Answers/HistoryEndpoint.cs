using System.Text.Json.Nodes;
using ArtsakhLedger.Asking;
using ArtsakhLedger.Http;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Provenance;
using ArtsakhLedger.Vocabulary;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace ArtsakhLedger.Answers;

/// <summary>A version of a fact.</summary>
/// <param name="Position">The position of the entry that made this version.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="Author">Who recorded it.</param>
/// <param name="Batch">The batch that the entry came with.</param>
/// <param name="Event">A link to the entry: the fact itself, or what changed it.</param>
/// <param name="Type">The type of the entry.</param>
/// <param name="Reason">Why; absent if a fact was recorded with its sources.</param>
/// <param name="InForce">False if the fact was retracted.</param>
/// <param name="Version">The permanent address of this version.</param>
/// <param name="Content">What the fact said in this version.</param>
public sealed record VersionAnswer(
    long Position,
    DateTimeOffset RecordedAt,
    Author Author,
    string? Batch,
    string Event,
    string Type,
    string? Reason,
    bool InForce,
    string Version,
    JsonObject Content
)
{
    public static VersionAnswer Of(string id, FactVersion version) =>
        new(
            version.By.Position,
            version.By.RecordedAt,
            version.By.Author,
            version.By.Batch,
            $"/facts/{version.By.Fact.Id}",
            FactType.Of(version.By.Fact).Name,
            version.Reason,
            version.InForce,
            $"/facts/{id}?known-at={version.By.Position}",
            FactJson.ContentOf(version.Content)
        );
}

public static class HistoryEndpoint
{
    /// <summary>Every version of a fact, oldest first: who made it, when and why, and what the fact said.</summary>
    /// <param name="id">The fact's id.</param>
    /// <param name="knownAt">A position, the name of a batch, or an instant (RFC 3339); without it, the head of the ledger.</param>
    /// <param name="limit">How many items a page has: 1 to 500, 100 by default.</param>
    /// <param name="cursor">Where the page begins: follow <c>next</c>.</param>
    [WolverineGet("/facts/{id}/history", Name = "history")]
    [Tags("Facts")]
    [ProducesResponseType<Page<VersionAnswer>>(200)]
    public static async Task<IResult> Get(
        string id,
        [FromQuery(Name = "known-at")] string? knownAt,
        [FromQuery] string? limit,
        [FromQuery] string? cursor,
        ILedger ledger,
        CancellationToken cancellation
    )
    {
        var question = ListQuestion.Parse($"/facts/{Uri.EscapeDataString(id)}/history", limit, cursor, ("known-at", knownAt));
        var known = await question.KnownAtAsync(ledger, knownAt, null, cancellation);
        var facts = await FactVersions.FindAsync(ledger, id, known, cancellation);
        var versions = FactVersions.Of(id, facts);
        var page = question.PageOf(versions, version => version.By.Fact.Id, facts.All.Max(entry => entry.Recorded.Position));
        return new PageAnswer<VersionAnswer>(new([.. page.Items.Select(version => VersionAnswer.Of(id, version))], page.Next), known);
    }
}
