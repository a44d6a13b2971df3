using ArtsakhLedger.Http;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace ArtsakhLedger.Guides;

public static class GuidesEndpoint
{
    /// <summary>The guides, as a page: how to ask, record, correct, prove and operate.</summary>
    [WolverineGet(GuideLinks.Guides, Name = "guides")]
    [Tags("Guides")]
    [ProducesResponseType<string>(200, Representation.Html)]
    public static Task<IResult> Get(HttpContext context) =>
        GuideAnswer.PageAsync<GuidesPage, IReadOnlyList<Guide>>(context, GuideLinks.Guides, Guide.All);
}
