using ArtsakhLedger.Corrections;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Offices;
using ArtsakhLedger.Recognitions;
using ArtsakhLedger.Warnings;
using Edtf;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Warnings;

/// <summary>What an editor is warned of, and how the editor says that it is right.</summary>
public sealed class RecordWarningsTests
{
    [Theory]
    [InlineData("the Maine House of Representatives recognized it", ActorLevel.SubNational, "House of Representatives")]
    [InlineData("The State Senate passed a resolution", ActorLevel.State, "Senate")]
    [InlineData("A resolution that called on the President to recognize it", ActorLevel.SubNational, "called on")]
    [InlineData("It urges the Congress to recognize the republic", ActorLevel.SubNational, "urges")]
    [InlineData("The committee decided to drop the bill", ActorLevel.SubNational, "committee")]
    public void Beside_an_act_of_a_state_a_quote_that_names_a_chamber_or_a_call_is_warned_of(string quote, ActorLevel level, string words)
    {
        WarningsOf(Recognised("2013-04-10", quote, level)).ShouldHaveSingleItem().ShouldContain($"“{words}”");
        WarningsOf(Recognised("2013-04-10", quote, ActorLevel.Chamber)).ShouldBeEmpty();
    }

    [Fact]
    public void What_corroborates_an_act_of_a_state_is_looked_at_too()
    {
        var act = Recognised("2013-04-10", "the state recognized it", ActorLevel.SubNational);

        WarningsOf(act, Corroborated("too", "2013-04-10", "the Senate recognized it", "b"))
            .ShouldHaveSingleItem()
            .ShouldContain("“Senate”");
    }

    [Theory]
    [InlineData("2013-04", "passed a joint resolution on April 10 morning", "April 10")]
    [InlineData("2016-03", "On March 2, 2016, the House passed it", "March 2, 2016")]
    [InlineData("2014", "Status: (Failed) 2014-04-02", "2014-04-02")]
    [InlineData("2012-05", "Enacted 05/17/12", "05/17/12")]
    [InlineData("[..2018-05-17]", "On 16th May 2018 it was signed", "16th May 2018")]
    [InlineData("2018", "it was recognized in October 2018", "October 2018")]
    [InlineData("1993/1997", "In office 23 July 1993", "23 July 1993")]
    [InlineData("2016-03", "riconosciuto in data  3 marzo 2016", "3 marzo 2016")]
    [InlineData("2016-03", "երեկ՝ մարտի 29-ին, ընդունել է", "մարտի 29")]
    [InlineData(null, "Le 27 septembre 2009 les membres ont accepté", "27 septembre 2009")]
    public void A_date_coarser_than_one_that_is_quoted_is_warned_of(string? date, string quote, string words) =>
        WarningsOf(Opened(date, quote)).ShouldHaveSingleItem().ShouldContain($"“{words}”");

    [Theory]
    [InlineData("2013-04-10", "on April 10")]
    [InlineData("2013-04", "in April 2013")]
    [InlineData("1993-07-23/1997-09-08", "In office 23 July 1993 – 8 September 1997")]
    [InlineData("[2016-03-02,2016-03-03]", "On March 2, 2016, the House passed it")]
    [InlineData("[..2001-07-04]", "July 4, 2001 or before")]
    [InlineData("2013", "on 30 February 2013")]
    [InlineData("2013", "It may have been opened in 2013")]
    [InlineData("2013-05", "on 1 April 2012, before it was opened")]
    [InlineData(null, "It was opened")]
    public void A_date_that_says_what_is_quoted_is_not(string? date, string quote) => WarningsOf(Opened(date, quote)).ShouldBeEmpty();

    [Fact]
    public void A_correction_takes_the_day_of_the_source_that_it_cites()
    {
        FactCorrected Correction(string date) =>
            new()
            {
                Id = "named",
                Target = "act",
                Content = Recognised(date, "(March 2016)", ActorLevel.Chamber),
                Reason = "named by another source",
                Citations = [Cite("On March 2, 2016, the House passed it", "b")],
            };

        var act = Recognised("2016-03", "(March 2016)", ActorLevel.Chamber);
        WarningsOf(act, Correction("2016-03")).ShouldHaveSingleItem().ShouldContain("“March 2, 2016”");
        WarningsOf(act, Correction("2016-03-02")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2014-08-27", "on Wednesday it passed", "is worked out from a weekday, “Wednesday”")]
    [InlineData("2014-08-27", "on Thursday it passed", "2014-08-27 is a Wednesday")]
    public void A_day_worked_out_from_a_weekday_is_warned_of(string date, string quote, string words) =>
        WarningsOf(Opened(date, quote)).ShouldHaveSingleItem().ShouldContain(words);

    [Theory]
    [InlineData("2012-10-25", "on Thursday 25th October")]
    [InlineData("2014-08", "on Wednesday it passed")]
    public void A_weekday_beside_a_day_or_within_a_coarser_date_is_not(string date, string quote) =>
        WarningsOf(Opened(date, quote)).ShouldBeEmpty();

    [Fact]
    public void Two_facts_of_one_kind_party_and_month_by_one_source_are_warned_of_unless_they_are_said_to_be_one_act()
    {
        var one = Recognised("2013-04-10", "it recognized", ActorLevel.Chamber) with { Id = "one" };
        var other = Recognised("2013-04", "it recognized, he said", ActorLevel.Chamber) with { Id = "other" };

        WarningsOf(one, other).ShouldHaveSingleItem().ShouldContain("'one'");
        WarningsOf(one, other with { Date = EdtfDate.Parse("2013-05") }).ShouldBeEmpty();
        WarningsOf(one, other with { Citations = [Cite("it recognized", "b")] }).ShouldBeEmpty();
        WarningsOf(one, other with { Actor = "new-mexico" }).ShouldBeEmpty();
        WarningsOf(
                one,
                other,
                new FactsIdentified
                {
                    Id = "same",
                    Target = "one",
                    Same = "other",
                    Reason = "one act",
                }
            )
            .ShouldBeEmpty();
    }

    [Fact]
    public void Whoever_has_looked_says_why_it_is_right_and_is_warned_no_more()
    {
        var doubtful = Opened("2014-08", "on 27 August 2014, a Wednesday, the Senate passed it");

        WarningsOf(doubtful).ShouldNotBeEmpty();
        WarningsOf(doubtful with { Checked = "the page was changed later" }).ShouldBeEmpty();
        WarningsOf(doubtful with { Checked = " " }).ShouldNotBeEmpty();
    }

    private static List<string> WarningsOf(params Fact[] facts) => [.. RecordWarnings.Of(facts).Select(one => one.Warning.Message)];

    private static RecognitionPassed Recognised(string date, string quote, ActorLevel level) =>
        new()
        {
            Id = "act",
            Polity = "artsakh",
            Date = EdtfDate.Parse(date),
            Actor = "maine",
            Level = level,
            Citations = [Cite(quote, "a")],
        };

    private static OfficeOpened Opened(string? date, string quote) =>
        new()
        {
            Id = "office",
            Polity = "artsakh",
            City = "paris",
            Date = date is null ? null : EdtfDate.Parse(date),
            Citations = [Cite(quote, "a")],
        };

    private static FactCorroborated Corroborated(string id, string date, string quote, string source) =>
        new()
        {
            Id = id,
            Target = "act",
            Date = EdtfDate.Parse(date),
            Citations = [Cite(quote, source)],
        };

    private static Citation Cite(string quote, string source) => new() { Source = source, Quote = quote };
}
