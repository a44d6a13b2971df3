using System.Text.Json;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Http;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Pages;
using ArtsakhLedger.Pages.FactInFull;
using ArtsakhLedger.Provenance;

namespace ArtsakhLedger.Facts;

/// <summary>Answers for one fact with a page.</summary>
public sealed class FactPages(LedgerReader ledger, EntityReader entities, ProvenanceReader provenance)
{
    /// <exception cref="RequestProblem">404 for a fact that was not known then.</exception>
    public async Task<HtmlAnswer> AnswerAsync(string id, string? knownAt, CancellationToken cancellation)
    {
        var (origin, known) = await provenance.AnswerAsync(id, knownAt, cancellation);
        var facts = (await ledger.FactAsync(id, known.Position, cancellation))!;
        var register = (await entities.DirectoryAsync(known.Position, cancellation)).Register;
        var words = new FactInWords(register);
        var answer = FactAnswer.Of(id, facts);
        var content = facts.Find(id)!.Content;
        var view = new FactView(
            id,
            words.Of(content),
            content.Polity is { } polity ? register.Refer(polity) : null,
            answer,
            FactFields.Of(answer, register),
            origin,
            [.. FactVersions.Of(id, facts).Zip(origin.Versions, (version, step) => new FactVersionInWords(step, words.Of(version.Content), version.Content.Date?.ToEnglish()))],
            knownAt);
        return HtmlAnswer.Of<FactPage, FactView>(view, known) with { Version = EntityTags.VersionOf(JsonSerializer.SerializeToUtf8Bytes(answer, FactJson.Options)) };
    }
}
