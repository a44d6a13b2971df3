using ArtsakhLedger.Access;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace ArtsakhLedger.Recording;

/// <summary>Records facts, and events about facts.</summary>
public static class FactRecording
{
    public static Task<Draft> LoadAsync(HttpContext http, Drafting drafting) => drafting.OfAsync(http);

    public static IResult Validate(Draft draft) => Refusal.Of(draft);

    /// <summary>Records a fact with its sources.</summary>
    /// <remarks>The body is the fact: its type, polity, date, fields and citations. Every quote is checked against the source's text where that is stored.</remarks>
    [WolverinePost("/facts", Name = "record-fact"), Records]
    [Tags("Facts")]
    [ProducesResponseType<RecordedAnswer>(201)]
    public static Recorded Record([FromQuery(Name = DryRunParameter.Parameter)] string? dryRun, [NotBody] Draft draft) =>
        new(draft, dryRun);

    /// <summary>Corrects a fact: replaces its content and citations together. Another source's date is no correction but a corroboration with its own date, or a fact of its own.</summary>
    /// <param name="id">The fact's id.</param>
    [ForEditors]
    [WolverinePost("/facts/{id}/corrections", Name = "correct-fact"), Records("fact-corrected", About = "fact")]
    [Tags("Facts")]
    [ProducesResponseType<RecordedAnswer>(201)]
    public static Recorded Correct(string id, [FromQuery(Name = DryRunParameter.Parameter)] string? dryRun, [NotBody] Draft draft) =>
        new(draft, dryRun);

    /// <summary>Records that a further source says the same, with its own date where it gives one.</summary>
    /// <param name="id">The fact's id.</param>
    [WolverinePost("/facts/{id}/corroborations", Name = "corroborate-fact"), Records("fact-corroborated", About = "fact")]
    [Tags("Facts")]
    [ProducesResponseType<RecordedAnswer>(201)]
    public static Recorded Corroborate(string id, [FromQuery(Name = DryRunParameter.Parameter)] string? dryRun, [NotBody] Draft draft) =>
        new(draft, dryRun);

    /// <summary>Records that a source denies a fact, or that what it began ever ended.</summary>
    /// <param name="id">The fact's id.</param>
    [WolverinePost("/facts/{id}/denials", Name = "deny-fact"), Records("fact-denied", About = "fact")]
    [Tags("Facts")]
    [ProducesResponseType<RecordedAnswer>(201)]
    public static Recorded Deny(string id, [FromQuery(Name = DryRunParameter.Parameter)] string? dryRun, [NotBody] Draft draft) =>
        new(draft, dryRun);

    /// <summary>Takes a fact out.</summary>
    /// <param name="id">The fact's id.</param>
    [ForEditors]
    [WolverinePost("/facts/{id}/retractions", Name = "retract-fact"), Records("fact-retracted", About = "fact")]
    [Tags("Facts")]
    [ProducesResponseType<RecordedAnswer>(201)]
    public static Recorded Retract(string id, [FromQuery(Name = DryRunParameter.Parameter)] string? dryRun, [NotBody] Draft draft) =>
        new(draft, dryRun);

    /// <summary>Brings back a fact that was retracted, as it last stood.</summary>
    /// <param name="id">The fact's id.</param>
    [ForEditors]
    [WolverinePost("/facts/{id}/reinstatements", Name = "reinstate-fact"), Records("fact-reinstated", About = "fact")]
    [Tags("Facts")]
    [ProducesResponseType<RecordedAnswer>(201)]
    public static Recorded Reinstate(string id, [FromQuery(Name = DryRunParameter.Parameter)] string? dryRun, [NotBody] Draft draft) =>
        new(draft, dryRun);

    /// <summary>Records that two facts are one act: the second, <c>same</c>, from now on corroborates the first.</summary>
    /// <param name="id">The id of the fact that stays.</param>
    [ForEditors]
    [WolverinePost("/facts/{id}/identifications", Name = "identify-facts"), Records("facts-identified", About = "fact")]
    [Tags("Facts")]
    [ProducesResponseType<RecordedAnswer>(201)]
    public static Recorded Identify(string id, [FromQuery(Name = DryRunParameter.Parameter)] string? dryRun, [NotBody] Draft draft) =>
        new(draft, dryRun);

    /// <summary>Settles a dispute: a claim is preferred over its rivals, on a bound or on both.</summary>
    [ForEditors]
    [WolverinePost("/preferences", Name = "prefer-claim"), Records("claim-preferred")]
    [Tags("Facts")]
    [ProducesResponseType<RecordedAnswer>(201)]
    public static Recorded Prefer([FromQuery(Name = DryRunParameter.Parameter)] string? dryRun, [NotBody] Draft draft) =>
        new(draft, dryRun);
}
