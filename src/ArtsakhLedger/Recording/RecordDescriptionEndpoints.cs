using ArtsakhLedger.Access;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace ArtsakhLedger.Recording;

/// <summary>Records descriptions of entities and sources, and corrects them.</summary>
public static class RecordDescriptionEndpoints
{
    public static Task<Draft> LoadAsync(HttpContext http, DraftReader drafting) => drafting.OfAsync(http);

    public static IResult Validate(Draft draft) => Refusal.Of(draft);

    /// <summary>Describes an entity, so that facts can name it.</summary>
    [WolverinePost("/entities", Name = "describe-entity"), Records("entity-described", Describes = "entity")]
    [Tags("Entities")]
    [ProducesResponseType<RecordedAnswer>(201)]
    public static RecordResult DescribeEntity([FromQuery(Name = DryRunParameter.Parameter)] string? dryRun, [NotBody] Draft draft) =>
        new(draft, dryRun);

    /// <summary>Corrects the description of an entity. Earlier answers keep the names known at their position.</summary>
    /// <param name="id">The entity's id.</param>
    [RequiresEditor]
    [WolverinePost("/entities/{id}/corrections", Name = "correct-entity"), Records("fact-corrected", About = "entity")]
    [Tags("Entities")]
    [ProducesResponseType<RecordedAnswer>(201)]
    public static RecordResult CorrectEntity(
        string id,
        [FromQuery(Name = DryRunParameter.Parameter)] string? dryRun,
        [NotBody] Draft draft
    ) => new(draft, dryRun);

    /// <summary>Archives a source, so that facts can cite it.</summary>
    [WolverinePost("/sources", Name = "archive-source"), Records("source-archived", Describes = "source")]
    [Tags("Sources")]
    [ProducesResponseType<RecordedAnswer>(201)]
    public static RecordResult ArchiveSource([FromQuery(Name = DryRunParameter.Parameter)] string? dryRun, [NotBody] Draft draft) =>
        new(draft, dryRun);

    /// <summary>Assesses a source: how far the record relies on it, and which party it is close to.</summary>
    /// <param name="id">The source's id.</param>
    [RequiresEditor]
    [WolverinePost("/sources/{id}/assessments", Name = "assess-source"), Records("source-assessed", About = "source")]
    [Tags("Sources")]
    [ProducesResponseType<RecordedAnswer>(201)]
    public static RecordResult AssessSource(
        string id,
        [FromQuery(Name = DryRunParameter.Parameter)] string? dryRun,
        [NotBody] Draft draft
    ) => new(draft, dryRun);

    /// <summary>Corrects the metadata of a source.</summary>
    /// <param name="id">The source's id.</param>
    [RequiresEditor]
    [WolverinePost("/sources/{id}/corrections", Name = "correct-source"), Records("fact-corrected", About = "source")]
    [Tags("Sources")]
    [ProducesResponseType<RecordedAnswer>(201)]
    public static RecordResult CorrectSource(
        string id,
        [FromQuery(Name = DryRunParameter.Parameter)] string? dryRun,
        [NotBody] Draft draft
    ) => new(draft, dryRun);
}
