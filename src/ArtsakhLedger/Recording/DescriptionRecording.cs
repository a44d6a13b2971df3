using ArtsakhLedger.Access;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace ArtsakhLedger.Recording;

/// <summary>Records descriptions of entities and sources, and corrects them.</summary>
public static class DescriptionRecording
{
    public static Task<Draft> LoadAsync(HttpContext http, Drafting drafting) => drafting.OfAsync(http);

    public static IResult Validate(Draft draft) => Refusal.Of(draft);

    /// <summary>Describes an entity, so that facts can name it.</summary>
    [WolverinePost("/entities", Name = "describe-entity"), Records("entity-described", Describes = "entity")]
    [Tags("Entities")]
    [ProducesResponseType<RecordedAnswer>(201)]
    public static Recorded DescribeEntity([FromQuery(Name = DryRunParameter.Parameter)] string? dryRun, [NotBody] Draft draft) =>
        new(draft, dryRun);

    /// <summary>Corrects the description of an entity. Answers keep the names as known at their position.</summary>
    /// <param name="id">The entity's id.</param>
    [ForEditors]
    [WolverinePost("/entities/{id}/corrections", Name = "correct-entity"), Records("fact-corrected", About = "entity")]
    [Tags("Entities")]
    [ProducesResponseType<RecordedAnswer>(201)]
    public static Recorded CorrectEntity(string id, [FromQuery(Name = DryRunParameter.Parameter)] string? dryRun, [NotBody] Draft draft) =>
        new(draft, dryRun);

    /// <summary>Archives a source, so that facts can cite it.</summary>
    [WolverinePost("/sources", Name = "archive-source"), Records("source-archived", Describes = "source")]
    [Tags("Sources")]
    [ProducesResponseType<RecordedAnswer>(201)]
    public static Recorded ArchiveSource([FromQuery(Name = DryRunParameter.Parameter)] string? dryRun, [NotBody] Draft draft) =>
        new(draft, dryRun);

    /// <summary>Assesses a source: how far the record relies on it, and whose it is.</summary>
    /// <param name="id">The source's id.</param>
    [ForEditors]
    [WolverinePost("/sources/{id}/assessments", Name = "assess-source"), Records("source-assessed", About = "source")]
    [Tags("Sources")]
    [ProducesResponseType<RecordedAnswer>(201)]
    public static Recorded AssessSource(string id, [FromQuery(Name = DryRunParameter.Parameter)] string? dryRun, [NotBody] Draft draft) =>
        new(draft, dryRun);

    /// <summary>Corrects the metadata of a source.</summary>
    /// <param name="id">The source's id.</param>
    [ForEditors]
    [WolverinePost("/sources/{id}/corrections", Name = "correct-source"), Records("fact-corrected", About = "source")]
    [Tags("Sources")]
    [ProducesResponseType<RecordedAnswer>(201)]
    public static Recorded CorrectSource(string id, [FromQuery(Name = DryRunParameter.Parameter)] string? dryRun, [NotBody] Draft draft) =>
        new(draft, dryRun);
}
