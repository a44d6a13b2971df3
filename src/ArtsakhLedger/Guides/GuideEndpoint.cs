using ArtsakhLedger.Http;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace ArtsakhLedger.Guides;

public static class GuideEndpoint
{
    private const string Markdown = "text/markdown";

    /// <summary>A guide to one task, as a page or as its Markdown source.</summary>
    /// <param name="name">The guide, such as <c>ask</c>; <c>GET /guide</c> lists them.</param>
    [WolverineGet($"{GuideLinks.Guides}/{{name}}", Name = "guide")]
    [Tags("Guides")]
    [ProducesResponseType<string>(200, Representation.Html, Markdown)]
    public static async Task<IResult> Get(string name, HttpContext context)
    {
        var guide = Guide.Find(name) ?? throw RequestProblem.NotFound("guide", $"There is no guide '{name}'. GET /guide lists them.");
        return Representation.Of(context) == Markdown
            ? GuideAnswer.Tagged(context, guide.Markdown, $"{Markdown}; charset=utf-8")
            : await GuideAnswer.PageAsync<GuidePage, Guide>(context, guide.Address, guide);
    }
}
