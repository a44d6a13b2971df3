using ArtsakhLedger.Asking;
using ArtsakhLedger.Changes;
using ArtsakhLedger.DetailedAnswers;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Offices;
using ArtsakhLedger.State;
using Edtf;
using Shouldly;
using Xunit;
using static ArtsakhLedger.Tests.Corrections.Entries;

namespace ArtsakhLedger.Tests.StateAsOf;

public sealed class OfficialNamesTests
{
    private const string First = "the Nagorno-Karabakh Republic";
    private const string Second = "the Republic of Artsakh";

    [Theory]
    [InlineData("2000-06-01", First)]
    [InlineData("2000", First)]
    [InlineData("2018-01-01", Second)]
    [InlineData("2017-02-19", First)]
    [InlineData("2017-02-20", Second)]
    [InlineData("2017", "artsakh")]
    [InlineData("1991-01-01", "artsakh")]
    public void What_is_said_of_a_date_calls_the_polity_by_the_name_in_force_throughout_it(string on, string called)
    {
        var known = Known([
            Of(new StateProclaimed(), "1991-09-02/2023-12-31"),
            Of(new NameAdopted { Name = First, Language = "en" }, "1991-09-02"),
            Of(new NameDropped { Name = First }, "2017-02-20"),
            Of(new NameAdopted { Name = Second }, "2017-02-20"),
            Of(new NameAdopted { Name = "Արցախ", Language = "hy" }, "2017-02-20"),
            Of(new OfficeOpened { City = "paris" }, "1990/2020"),
        ]);

        known
            .StateOf(EpisodeKind.Office)
            .Entries(QueryDate.Parse(on))
            .ShouldHaveSingleItem()
            .Statement.ShouldBe($"{PartyNames.WithCapitalArticle(called)} had a representative office in paris");
    }

    [Fact]
    public void A_name_that_nobody_dropped_gives_way_to_the_one_taken_last()
    {
        var known = Known([
            Of(new StateProclaimed(), "1991-09-02/2023-12-31"),
            Of(new NameAdopted { Name = First }, "1991-09-02"),
            Of(new NameAdopted { Name = Second }, "2017-02-20"),
        ]);

        known.OfficialNameOn(QueryDate.Parse("2018-01-01")).ShouldBe(Second);
        known.OfficialNameOn(QueryDate.Parse("2010-01-01")).ShouldBe(First);
    }

    [Fact]
    public void A_change_is_told_with_the_name_of_its_day_and_another_name_is_a_change_of_the_name_only()
    {
        var known = Known([
            Of(new StateProclaimed(), "1991-09-02/2023-12-31"),
            Of(new NameAdopted { Name = First }, "1991-09-02/2017-02-20"),
            Of(new NameAdopted { Name = Second }, "2017-02-20/2023-12-31"),
            Of(new OfficeOpened { City = "paris" }, "2000-01-01/2020-01-01"),
        ]);
        var changes = ChangesBetweenDates.Of(known);
        var told = changes.All(null, null).Select(changes.AnswerOf).ToList();

        told.Where(change => change.Episode == "artsakh/office/paris")
            .Select(change => (change.Day, change.Statement))
            .ShouldBe([
                ("2000-01-01", "The Nagorno-Karabakh Republic had a representative office in paris"),
                ("2020-01-01", "The Republic of Artsakh had a representative office in paris"),
            ]);
        told.Where(change => change.Day == "2017-02-20")
            .Select(change => change.Episode)
            .ShouldBe(["artsakh/name/the-nagorno-karabakh-republic", "artsakh/name/the-republic-of-artsakh"]);
        told.Where(change => change.Episode == "artsakh/existence")
            .Select(change => change.Statement)
            .ShouldBe(["The Nagorno-Karabakh Republic existed", "The Republic of Artsakh existed"]);
    }

    [Fact]
    public void Polities_that_follow_one_another_lead_to_each_other()
    {
        var known = Known([Of(new StateSucceeded { Predecessor = "oblast" }, "1991"), Of(new StatesUnited { Into = "union" }, "2023")]);

        Successions.Of("artsakh", [known]).Predecessors.Select(one => one.Id).ShouldBe(["oblast"]);
        Successions.Of("artsakh", [known]).Successors.Select(one => one.Id).ShouldBe(["union"]);
        Successions.Of("oblast", [known]).Successors.Select(one => one.Id).ShouldBe(["artsakh"]);
        Successions.Of("union", [known]).Predecessors.Select(one => one.Id).ShouldBe(["artsakh"]);
    }

    private static Fact Of(Fact fact, string date) =>
        fact with
        {
            Id = $"{fact.GetType().Name}-{date}-{(fact as NameFact)?.Name.Length}".ToLowerInvariant().Replace('/', '-'),
            Date = EdtfDate.Parse(date),
            Citations = [Cite("a")],
        };
}
