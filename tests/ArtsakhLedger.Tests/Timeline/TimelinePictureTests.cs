using System.Xml.Linq;
using Alba;
using ArtsakhLedger.Tests.Pages.TimelinePictures;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Timeline;

public sealed class TimelinePictureTests(SharedLedger ledger) : IClassFixture<SharedLedger>
{
    private const string Path = "/polities/artsakh/timeline";

    [Fact]
    public async Task A_picture_answers_the_same_question_and_leads_to_its_next_rows()
    {
        var result = await PictureAsync($"{Path}?known-at=0001-article&rows=1..3", 200);

        var headers = result.Context.Response.Headers;
        headers.ContentType.ToString().ShouldBe("image/svg+xml");
        headers.Link.ToString().ShouldBe("</polities/artsakh/timeline.svg?rows=4..6&known-at=0001-article>; rel=\"next\"");
        headers.ContentSecurityPolicy.ToString().ShouldContain("sandbox");
        headers.ContentLocation.ToString().ShouldStartWith("/polities/artsakh/timeline.svg?rows=1..3&known-at=");
        var rows = DrawnRow.In(XElement.Parse(await result.ReadAsTextAsync()));
        rows.Select(row => row.Episode)
            .ShouldBe([
                "artsakh/existence",
                "artsakh/foreign-minister/arkadi-ghukasyan",
                "artsakh/foreign-minister/naira-melkumian",
                "artsakh/foreign-minister/ashot-gulyan",
            ]);
        rows[1].Bars.ShouldContain("certain 1993-12-31 1997-01-01");
    }

    [Fact]
    public async Task By_its_own_address_it_is_a_picture_for_everybody()
    {
        var picture = await ledger.Host.Scenario(scenario =>
        {
            scenario.Get.Url($"{Path}.svg?kind=office&known-at=0001-article");
            scenario.WithRequestHeader("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        });

        picture.Context.Response.ContentType.ShouldBe("image/svg+xml");
        picture.ReadAsText().ShouldBe((await PictureAsync($"{Path}?kind=office&known-at=0001-article", 200)).ReadAsText());
    }

    [Theory]
    [InlineData("?rows=1..9999", "rows")]
    [InlineData("?certainty=sure", "certainty")]
    [InlineData("?on=[..1997]", "on")]
    [InlineData("?limit=5", "limit")]
    [InlineData("?kind=embassy", "kind")]
    public async Task A_picture_that_cannot_be_drawn_is_refused_with_what_to_send(string query, string parameter) =>
        (await PictureAsync(Path + query, 400)).ReadAsText().ShouldContain($"\"parameter\":\"{parameter}\"");

    [Theory]
    [InlineData("rows=1..5")]
    [InlineData("on=1997")]
    [InlineData("certainty=certain")]
    public async Task A_list_of_facts_takes_no_parameter_of_the_picture(string query) =>
        await ledger.Host.Scenario(scenario =>
        {
            scenario.Get.Url($"{Path}?{query}");
            scenario.StatusCodeShouldBe(400);
        });

    private Task<IScenarioResult> PictureAsync(string address, int status) =>
        ledger.Host.Scenario(scenario =>
        {
            scenario.Get.Url(address);
            scenario.WithRequestHeader("Accept", "image/svg+xml");
            scenario.StatusCodeShouldBe(status);
        });
}
