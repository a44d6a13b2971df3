using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Walks;

/// <summary>Fifty questions that the article answers. Each answer is taken from its words, and stands as known when the article alone was in.</summary>
public sealed class QuestionsOfTheArticleTests(SharedLedger ledger) : IClassFixture<SharedLedger>
{
    private const string Article = "artsakh/0001-article";

    [Theory]
    [InlineData("Was Arkadi Ghukasyan foreign minister in July 1995?", "1995-07-01", "foreign-minister/arkadi-ghukasyan", "certain")]
    [InlineData("Was Ashot Gulyan in the middle of 2003?", "2003-06-30", "foreign-minister/ashot-gulyan", "certain")]
    [InlineData("Was Arman Melikyan on the last day of 2004?", "2004-12-31", "foreign-minister/arman-melikyan", "certain")]
    [InlineData("Was Karen Mirzoyan in April 2016?", "2016-04-02", "foreign-minister/karen-mirzoyan", "certain")]
    [InlineData("Was David Babayan still in 2023?", "2023-03-01", "foreign-minister/david-babayan", "possible")]
    [InlineData(
        "Had the Australian state of New South Wales recognised by November 2012?",
        "2012-11-01",
        "recognition-by/new-south-wales",
        "certain"
    )]
    [InlineData("Had it in the middle of October 2012?", "2012-10-15", "recognition-by/new-south-wales", "possible")]
    [InlineData(
        "Had the two chambers of Maine recognised by May 2013?",
        "2013-05-01",
        "recognition-by/maine-house-of-representatives-and-senate",
        "certain"
    )]
    [InlineData("Had the Senate of Louisiana by June 2013?", "2013-06-01", "recognition-by/louisiana-state-senate", "certain")]
    [InlineData("Had Fresno County before California did?", "2014-04-30", "recognition-by/fresno-county", "certain")]
    [InlineData("Had Los Angeles by February 2014?", "2014-02-01", "recognition-by/los-angeles", "certain")]
    [InlineData("Had the Assembly of California by June 2014?", "2014-06-01", "recognition-by/california-state-assembly", "certain")]
    [InlineData("Had Hawaii on 30 March 2016?", "2016-03-30", "recognition-by/hawaii", "certain")]
    [InlineData("Had Minnesota by June 2020?", "2020-06-01", "recognition-by/minnesota", "certain")]
    [InlineData("Had Milan on 15 October 2020?", "2020-10-15", "recognition-by/milan", "certain")]
    [InlineData("Had the region of Lombardy on 3 November 2020?", "2020-11-03", "recognition-by/lombardy", "certain")]
    [InlineData("Had Laval by the end of 2020?", "2020-12-31", "recognition-by/laval", "certain")]
    [InlineData("Had the French Senate by December 2020?", "2020-12-01", "recognition-by/french-senate", "certain")]
    [InlineData("Did Artsakh recognise Abkhazia too?", "2010-01-01", "recognition-of/abkhazia", "certain")]
    [InlineData("Was the visa waiver with Abkhazia in force on 1 April 2016?", "2016-04-01", "visa-waiver/abkhazia", "certain")]
    [InlineData(
        "Was there a friendship group with the Parliament of Lithuania at the end of February 2013?",
        "2013-02-28",
        "friendship-group/parliament-of-lithuania",
        "certain"
    )]
    [InlineData("With the European Parliament in November 2014?", "2014-11-01", "friendship-group/european-parliament", "certain")]
    [InlineData(
        "May the group of the House of Commons of Canada have outlived the state?",
        "2024-06-01",
        "friendship-group/house-of-commons-of-canada",
        "possible"
    )]
    [InlineData(
        "Did Armenia and Tuvalu have relations, whose end the article does not tell?",
        "2013-06-01",
        "diplomatic-relations/armenia--tuvalu",
        "certain"
    )]
    [InlineData("May Stepanakert have been twinned with Montebello in 2015?", "2015-01-01", "twinning/stepanakert--montebello", "possible")]
    public async Task Did_it_hold(string question, string on, string episode, string answer) =>
        (await ledger.HeldAsync(on, episode, Article)).ShouldBe(answer, question);

    [Theory]
    [InlineData("How many voted for in the Assembly of California?", "california-state-assembly-recognition-2014", "votes.for", "70")]
    [InlineData(
        "How many against in the Legislative Assembly of New South Wales?",
        "new-south-wales-legislative-assembly-recognition-2020",
        "votes.against",
        "2"
    )]
    [InlineData("Was the vote in Montevideo unanimous?", "montevideo-department-recognition", "unanimous", "True")]
    [InlineData("Whom did the House of Rhode Island call on first?", "rhode-island-house-call-2012", "upon.0", "barack-obama")]
    [InlineData("What did the Basque Parliament adopt?", "basque-parliament-self-determination", "act", "motion")]
    [InlineData("By when was the state to be dissolved?", "artsakh-dissolution-agreed", "effectiveBy", "2024-01-01")]
    [InlineData("When was the protocol with Transnistria signed?", "transnistria-protocol-2001", "date", "2001")]
    [InlineData(
        "Where was the memorandum of Martakert and Bourj Hammoud signed?",
        "martakert-bourj-hammoud-memorandum",
        "place",
        "bourj-hammoud"
    )]
    [InlineData("To whom did Ukraine supply weapons?", "ukraine-arms-azerbaijan", "to", "azerbaijan")]
    [InlineData("How much aid was sent to Ukraine?", "artsakh-aid-ukraine", "quantity.amount", "14")]
    [InlineData("When did the Speaker receive a guest from Guatemala?", "ghulyan-lorenzana-meeting-2019", "date", "2019-12-08")]
    [InlineData("Where was the tournament of 2014 held?", "artsakh-world-football-cup-2014", "place", "sweden")]
    [InlineData("When was a European cup hosted in Artsakh?", "artsakh-hosted-european-football-cup-2019", "date", "2019-06")]
    [InlineData(
        "Which country was the office in Washington accredited to?",
        "artsakh-office-washington-accredited-canada",
        "to.0",
        "canada"
    )]
    [InlineData(
        "Is a state named that passed a bill in September 2017?",
        "us-state-passed-recognition-september-2017",
        "actor.unnamed",
        "a U.S. state"
    )]
    public async Task What_does_a_fact_say(string question, string fact, string field, string answer) =>
        (await ledger.FieldAsync(fact, field, Article)).ShouldBe(answer, question);

    [Theory]
    [InlineData(
        "Did Ukraine recognise it?",
        "2010-01-01",
        "recognition-by/ukraine",
        "ukraine-not-recognised",
        "positions.0",
        "non-recognition"
    )]
    [InlineData("Did Armenia?", "2019-01-01", "recognition-by/armenia", "armenia-not-recognised", "positions.0", "non-recognition")]
    [InlineData(
        "Did the United States have diplomatic relations with it?",
        "2010-01-01",
        "diplomatic-relations/united-states",
        "united-states-position",
        "positions.0",
        "no-diplomatic-relations"
    )]
    [InlineData(
        "Did Australia recognise it, after New South Wales had?",
        "2016-01-01",
        "recognition-by/australia",
        "australia-position-2015",
        "positions.0",
        "non-recognition"
    )]
    [InlineData(
        "Did Artsakh recognise Donetsk?",
        "2022-06-01",
        "recognition-of/donetsk",
        "artsakh-donetsk-not-recognised",
        "positions.0",
        "non-recognition"
    )]
    [InlineData(
        "Did Uruguay recognise it, of which Montevideo is a department?",
        "2021-01-01",
        "recognition-by/uruguay",
        "artsakh-recognised-only-by-three",
        "class",
        "polity"
    )]
    [InlineData(
        "Was there an embassy in Stepanakert?",
        "2010-01-01",
        "office/stepanakert",
        "artsakh-no-diplomatic-missions",
        "kind",
        "diplomatic-mission"
    )]
    [InlineData(
        "Did the House of Rhode Island recognise it, or call on others to?",
        "2013-01-01",
        "recognition-by/rhode-island-house-of-representatives",
        "rhode-island-house-call-2012",
        "callsFor",
        "recognition"
    )]
    [InlineData(
        "Was the visa waiver in force the day before, though signed?",
        "2016-03-31",
        "visa-waiver/abkhazia",
        "abkhazia-visa-waiver-signed",
        "date",
        "2016-02-22"
    )]
    [InlineData(
        "Was it recognised by anybody on the day of its dissolution?",
        "2024-01-01",
        "recognition-by/abkhazia",
        "artsakh-dissolved",
        "date",
        "2024-01-01"
    )]
    public async Task Was_it_absent_and_who_says_so(string question, string on, string episode, string fact, string field, string words)
    {
        (await ledger.HeldAsync(on, episode, Article)).ShouldBe("no", question);
        (await ledger.FieldAsync(fact, field, Article)).ShouldBe(words, question);
    }
}
