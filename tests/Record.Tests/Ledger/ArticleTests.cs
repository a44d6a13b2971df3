using ArtsakhLedger.Facts;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Ledger;

public sealed class ArticleTests
{
    [Theory]
    [InlineData(EntityKind.Polity, "Republic of Artsakh", "the Republic of Artsakh")]
    [InlineData(EntityKind.Polity, "Sahrawi Arab Democratic Republic", "the Sahrawi Arab Democratic Republic")]
    [InlineData(EntityKind.Polity, "United States", "the United States")]
    [InlineData(EntityKind.Polity, "Solomon Islands", "the Solomon Islands")]
    [InlineData(EntityKind.Polity, "State of Palestine", "the State of Palestine")]
    [InlineData(EntityKind.Polity, "Free State", "Free State")]
    [InlineData(EntityKind.Polity, "The Gambia", "The Gambia")]
    [InlineData(EntityKind.Polity, "Abkhazia", "Abkhazia")]
    [InlineData(EntityKind.SubNational, "Fresno County", "Fresno County")]
    [InlineData(EntityKind.SubNational, "Washington State", "Washington State")]
    [InlineData(EntityKind.SubNational, "District of Columbia", "the District of Columbia")]
    [InlineData(EntityKind.SubNational, "Nagorno-Karabakh Autonomous Oblast", "the Nagorno-Karabakh Autonomous Oblast")]
    [InlineData(EntityKind.Chamber, "House of Commons of Canada", "the House of Commons of Canada")]
    [InlineData(EntityKind.Chamber, "New South Wales Legislative Council", "the New South Wales Legislative Council")]
    [InlineData(EntityKind.Institution, "Committee on Government Operations", "the Committee on Government Operations")]
    [InlineData(EntityKind.Institution, "State Department", "the State Department")]
    [InlineData(EntityKind.Legislature, "Guatemala’s Congress", "Guatemala’s Congress")]
    [InlineData(
        EntityKind.Legislature,
        "legislature of Uruguay's Montevideo Department",
        "the legislature of Uruguay's Montevideo Department"
    )]
    [InlineData(EntityKind.Organisation, "ASEAN", "ASEAN")]
    [InlineData(
        EntityKind.Organisation,
        "Community for Democracy and Rights of Nations",
        "the Community for Democracy and Rights of Nations"
    )]
    [InlineData(EntityKind.Convention, "European Convention on Human Rights", "the European Convention on Human Rights")]
    [InlineData(EntityKind.Tournament, "2014 ConIFA World Football Cup", "the 2014 ConIFA World Football Cup")]
    [InlineData(EntityKind.Group, "various Australian politicians", "various Australian politicians")]
    [InlineData(EntityKind.Person, "Roger House", "Roger House")]
    [InlineData(EntityKind.Municipality, "Cabinet", "Cabinet")]
    public void A_name_that_is_made_of_words_takes_the_article(EntityKind kind, string name, string inText) =>
        Article.InText(kind, name).ShouldBe(inText);
}
