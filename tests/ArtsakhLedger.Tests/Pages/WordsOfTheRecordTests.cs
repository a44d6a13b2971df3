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
    [InlineData("/facts/nkr-1991-2023", "The Republic of Artsakh existed")]
    [InlineData("/episodes/artsakh/existence", "The Republic of Artsakh existed, from 2 September 1991 to 28 September 2023")]
    [InlineData("/polities/artsakh/timeline?kind=existence", "28 September 2023The Republic of Artsakh existed")]
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
        episode.ShouldContain("It changed within that time: in full at first; acting from 23 November 2022.");
        episode.ShouldNotContain("was acting foreign minister");

        (await TextOfAsync("/polities/artsakh/timeline?kind=foreign-minister")).ShouldContain(
            "David Babayan was foreign minister: certainly"
        );
        (await TextOfAsync("/polities/artsakh/state?on=2022-12-01")).ShouldContain("David Babayan was acting foreign minister");
    }

    [Theory]
    [InlineData(
        "/facts/three-recognised-each-other-2006",
        "Abkhazia, South Ossetia and Transnistria (as in the source; it has no entry of its own)"
    )]
    [InlineData(
        "/facts/arneuville-shekher-annulled",
        "the administrative court of Cergy-Pontoise (as in the source; it has no entry of its own)"
    )]
    public async Task Of_a_party_that_a_source_names_it_is_not_said_that_it_does_not(string address, string says)
    {
        var page = await TextOfAsync(address);

        page.ShouldContain(says);
        page.ShouldNotContain("does not say who");
    }

    [Theory]
    [InlineData(
        "/polities/artsakh/state?on=2020-12-01",
        "Fresno County (region) recognised the Republic of Artsakh",
        "Laval (town) recognised",
        "Highland (town) recognised",
        "Abkhazia recognised",
        "New South Wales Legislative Council recognised"
    )]
    [InlineData(
        "/polities/artsakh/timeline?kind=recognition-by",
        "Fresno County (region) recognised the Republic of Artsakh",
        "Laval (town) recognised",
        "Milan (town) recognised",
        "Abkhazia recognised",
        "New South Wales Legislative Council recognised"
    )]
    public async Task Among_recognitions_a_region_and_a_town_are_told_from_states(string address, params string[] said)
    {
        var page = await TextOfAsync(address);

        said.ShouldAllBe(words => page.Contains(words, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(
        "/polities/artsakh/relations/surrounding-area-of-the-nagorno-karabakh-autonomous-oblast?on=2018-06-01",
        "Source: Wikipedia (note: The source says: before the Second Nagorno-Karabakh War. It dates the war only by the way"
    )]
    [InlineData(
        "/polities/artsakh/relations/los-angeles?on=2018-06-01",
        "Aravot (note: The excerpt gives no date; the page is of 29 January 2014)"
    )]
    [InlineData("/polities/artsakh/state?on=2022-06-01", "Sources: Wikipedia, nkr.am*")]
    [InlineData("/polities/artsakh/state?on=2022-06-01", "and a * to a fact with a note")]
    public async Task A_note_that_alone_says_when_stands_beside_the_statement_and_other_notes_at_least_are_pointed_at(
        string address,
        string said
    ) => (await TextOfAsync(address)).ShouldContain(said);

    [Theory]
    [InlineData(
        "/facts/artsakh-dissolved",
        "of the archived text with SHA-256 10b8f498c2b3c1b2d17d10c12c31a1fba276a04925a8a5c49541085b2e7e703d; the text is not stored, so the words cannot be compared with it"
    )]
    [InlineData("/facts/nkr-1991-2023", "The record has only this excerpt, so the words cannot be compared with the text")]
    public async Task Of_words_whose_text_is_not_here_it_is_said_that_they_are_not_compared(string address, string said) =>
        (await TextOfAsync(address)).ShouldContain(said);

    [Theory]
    [InlineData("/facts/community-visa-agreement", "made an agreement: abolition of visa requirements", "signed an agreement")]
    [InlineData("/facts/abkhazia-memorandum-2017", "signed a memorandum", "made an agreement")]
    public async Task An_agreement_is_only_said_to_be_signed_where_a_source_has_a_paper(string address, string said, string notSaid)
    {
        var page = await TextOfAsync(address);

        page.ShouldContain(said);
        page.ShouldNotContain(notSaid);
    }

    [Theory]
    [InlineData(
        "/facts/petrosyan-from-2005",
        "What Wikipedia says of the start of “Georgy Petrosyan was foreign minister” is preferred over what Pinocchiopedia says"
    )]
    [InlineData("/facts/dissolution-denied", "A source denies the end in “The Republic of Artsakh was dissolved”")]
    [InlineData("/episodes/artsakh/existence", "A source denies the end in “The Republic of Artsakh was dissolved”, 2024")]
    [InlineData(
        "/polities/artsakh/contradictions",
        "The Republic of Artsakh existed, from 2 September 1991 to 28 September 2023; A source denies the end in “The Republic of Artsakh was dissolved”, 2024"
    )]
    [InlineData("/entities/uruguay", "Uruguay is described")]
    [InlineData("/entities/uruguay", "could recognise the independence of Nagorno-Karabakh, November 2012")]
    public async Task A_link_to_a_fact_is_called_by_what_the_fact_says_and_not_by_its_id(string address, string said) =>
        (await TextOfAsync(address)).ShouldContain(said);

    [Fact]
    public async Task A_date_that_is_the_same_in_English_and_in_EDTF_stands_once_and_a_time_of_record_is_written_for_people()
    {
        var page = await TextOfAsync("/facts/naira-melkumian-foreign-minister");
        page.ShouldMatch("Position [0-9]+, [0-9]{1,2} [A-Z][a-z]+ [0-9]{4}, [0-9]{2}:[0-9]{2} UTC,");
        page.ShouldContain("from 1997 to 2002 1997/2002");

        (await TextOfAsync("/facts/abkhazia-recognition-2006")).ShouldNotContain("2006 2006");
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
