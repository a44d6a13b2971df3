using ArtsakhLedger.Access;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace ArtsakhLedger.Recording;

/// <summary>Records facts, and events about facts.</summary>
public static class RecordFactEndpoints
{
    public static Task<Draft> LoadAsync(HttpContext http, DraftReader drafting) => drafting.OfAsync(http);

    public static IResult Validate(Draft draft) => Refusal.Of(draft);

    /// <summary>Records a fact with its sources.</summary>
    /// <remarks>The body is the fact: its type, polity, date, fields and citations. Every quote is checked against the source's text if
    /// that is stored.</remarks>
    [WolverinePost("/facts", Name = "record-fact"), Records]
    [Tags("Facts")]
    [ProducesResponseType<RecordedAnswer>(201)]
    public static RecordResult Record([FromQuery(Name = DryRunParameter.Parameter)] string? dryRun, [NotBody] Draft draft) =>
        new(draft, dryRun);

    /// <summary>Corrects a fact: replaces its content and citations together. Another source's date is not a correction but a corroboration
    /// with its own date, or a separate fact.</summary>
    /// <param name="id">The fact's id.</param>
    [RequiresEditor]
    [WolverinePost("/facts/{id}/corrections", Name = "correct-fact"), Records("fact-corrected", About = "fact")]
    [Tags("Facts")]
    [ProducesResponseType<RecordedAnswer>(201)]
    public static RecordResult Correct(string id, [FromQuery(Name = DryRunParameter.Parameter)] string? dryRun, [NotBody] Draft draft) =>
        new(draft, dryRun);

    /// <summary>Records that a further source says the same, with its own date if it gives one.</summary>
    /// <param name="id">The fact's id.</param>
    [WolverinePost("/facts/{id}/corroborations", Name = "corroborate-fact"), Records("fact-corroborated", About = "fact")]
    [Tags("Facts")]
    [ProducesResponseType<RecordedAnswer>(201)]
    public static RecordResult Corroborate(
        string id,
        [FromQuery(Name = DryRunParameter.Parameter)] string? dryRun,
        [NotBody] Draft draft
    ) => new(draft, dryRun);

    /// <summary>Records that a source denies a fact, or denies that what it began ever ended.</summary>
    /// <param name="id">The fact's id.</param>
    [WolverinePost("/facts/{id}/denials", Name = "deny-fact"), Records("fact-denied", About = "fact")]
    [Tags("Facts")]
    [ProducesResponseType<RecordedAnswer>(201)]
    public static RecordResult Deny(string id, [FromQuery(Name = DryRunParameter.Parameter)] string? dryRun, [NotBody] Draft draft) =>
        new(draft, dryRun);

    /// <summary>Retracts a fact.</summary>
    /// <param name="id">The fact's id.</param>
    [RequiresEditor]
    [WolverinePost("/facts/{id}/retractions", Name = "retract-fact"), Records("fact-retracted", About = "fact")]
    [Tags("Facts")]
    [ProducesResponseType<RecordedAnswer>(201)]
    public static RecordResult Retract(string id, [FromQuery(Name = DryRunParameter.Parameter)] string? dryRun, [NotBody] Draft draft) =>
        new(draft, dryRun);

    /// <summary>Reinstates a retracted fact with its last content.</summary>
    /// <param name="id">The fact's id.</param>
    [RequiresEditor]
    [WolverinePost("/facts/{id}/reinstatements", Name = "reinstate-fact"), Records("fact-reinstated", About = "fact")]
    [Tags("Facts")]
    [ProducesResponseType<RecordedAnswer>(201)]
    public static RecordResult Reinstate(string id, [FromQuery(Name = DryRunParameter.Parameter)] string? dryRun, [NotBody] Draft draft) =>
        new(draft, dryRun);

    /// <summary>Records that two facts are one act: the second, <c>same</c>, from now on corroborates the first.</summary>
    /// <param name="id">The id of the fact that stays.</param>
    [RequiresEditor]
    [WolverinePost("/facts/{id}/identifications", Name = "identify-facts"), Records("facts-identified", About = "fact")]
    [Tags("Facts")]
    [ProducesResponseType<RecordedAnswer>(201)]
    public static RecordResult Identify(string id, [FromQuery(Name = DryRunParameter.Parameter)] string? dryRun, [NotBody] Draft draft) =>
        new(draft, dryRun);

    /// <summary>Settles a dispute by preferring a claim over its rivals, on one bound or both.</summary>
    [RequiresEditor]
    [WolverinePost("/preferences", Name = "prefer-claim"), Records("claim-preferred")]
    [Tags("Facts")]
    [ProducesResponseType<RecordedAnswer>(201)]
    public static RecordResult Prefer([FromQuery(Name = DryRunParameter.Parameter)] string? dryRun, [NotBody] Draft draft) =>
        new(draft, dryRun);
}
