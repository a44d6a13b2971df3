using ArtsakhLedger.DetailedAnswers;
using ArtsakhLedger.Http;
using ArtsakhLedger.Pages;
using ArtsakhLedger.StateAsOf;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace ArtsakhLedger.Answers;

public static class EpisodeEndpoint
{
    /// <summary>One episode in full: its facts, what each source claims, the readings, and
    /// every day on which its answer changes.</summary>
    /// <param name="id">The episode's id, including its slashes.</param>
    /// <param name="knownAt">A position, the name of a batch, or an instant (RFC 3339); without it, the head of the ledger.</param>
    /// <param name="rules">The version of the rules that a pinned address names.</param>
    [WolverineGet("/episodes/{**id}", Name = "episode")]
    [Tags("Polities")]
    [ProducesResponseType<EpisodeAnswer>(200, Representation.Json, Representation.Html)]
    public static async Task<IResult> Get(
        string id,
        [FromQuery(Name = "known-at")] string? knownAt,
        [FromQuery] string? rules,
        ILedger ledger,
        PolityReader polities,
        HtmlPages pages,
        CancellationToken cancellation
    )
    {
        var question = EpisodeQuestion.Parse(SlashesInPath.Decoded(id), knownAt, rules);
        var (known, episode, at) = await question.FindAsync(ledger, polities, cancellation);
        var answer = EpisodeQuestion.Answer(known, episode);
        return new Answer<EpisodeAnswer>(answer, at, at.Batch is null ? null : answer.Self)
        {
            Page = () => pages.EpisodeAsync(answer, known, episode, at, knownAt, cancellation),
        };
    }
}
