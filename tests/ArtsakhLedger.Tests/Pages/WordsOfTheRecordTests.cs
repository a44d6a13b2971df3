using System.Net;
using System.Text.RegularExpressions;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Pages;

/// <summary>What pages say of the real record in words.</summary>
public sealed partial class WordsOfTheRecordTests(SharedLedger ledger) : IClassFixture<SharedLedger>
{
    [Theory]
    [InlineData("/facts/nkr-1991-2023", "Republic of Artsakh existed")]
    [InlineData("/episodes/artsakh/existence", "Republic of Artsakh existed, from 2 September 1991 to 28 September 2023")]
    [InlineData("/polities/artsakh/timeline?kind=existence", "28 September 2023Republic of Artsakh existed")]
    public async Task A_life_that_a_source_gives_from_start_to_end_is_no_proclamation(string address, string says)
    {
        var page = await TextOfAsync(address);

        page.ShouldContain(says);
        page.ShouldNotContain("was proclaimed");
    }

    [Fact]
    public async Task A_minister_whose_capacity_changed_is_not_called_acting_for_the_whole_term()
    {
        var episode = await TextOfAsync("/episodes/artsakh/foreign-minister/david-babayan");
        episode.ShouldContain("David Babayan was foreign minister");
        episode.ShouldContain("The capacity changed within the term: full minister at first; acting from 23 November 2022.");
        episode.ShouldNotContain("was acting foreign minister");

        (await TextOfAsync("/polities/artsakh/timeline?kind=foreign-minister")).ShouldContain("David Babayan was foreign minister: certainly");
        (await TextOfAsync("/polities/artsakh/state?on=2022-12-01")).ShouldContain("David Babayan was acting foreign minister");
    }

    [Theory]
    [InlineData("/facts/three-recognised-each-other-2006", "Abkhazia, South Ossetia and Transnistria (so in the source; no entry of its own)")]
    [InlineData("/facts/arneuville-shekher-annulled", "the administrative court of Cergy-Pontoise (so in the source; no entry of its own)")]
    public async Task Of_a_party_that_a_source_names_it_is_not_said_that_it_does_not(string address, string says)
    {
        var page = await TextOfAsync(address);

        page.ShouldContain(says);
        page.ShouldNotContain("does not say who");
    }

    /// <summary>A page as it reads, without its marks.</summary>
    private async Task<string> TextOfAsync(string address)
    {
        var page = await ledger.Host.Scenario(scenario =>
        {
            scenario.Get.Url(address);
            scenario.WithRequestHeader("Accept", "text/html");
        });
        return Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(await page.ReadAsTextAsync(), "")), " ");
    }

    [GeneratedRegex("<title[^>]*>.*?</title>|</?[a-z!][^>]*>", RegexOptions.Singleline)]
    private static partial Regex Tags();

    [GeneratedRegex("\\s+")]
    private static partial Regex Spaces();
}
