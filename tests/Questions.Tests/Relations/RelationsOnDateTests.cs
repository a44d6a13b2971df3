using ArtsakhLedger.Asking;
using ArtsakhLedger.Completeness;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Recognitions;
using ArtsakhLedger.Relations;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.State;
using ArtsakhLedger.StateAsOf;
using Edtf;
using Shouldly;
using Xunit;
using static ArtsakhLedger.Tests.Corrections.Entries;

namespace ArtsakhLedger.Tests.Relations;

/// <summary>Silence, positions and completeness (DESIGN, section 2; INTERFACES, sections 1 and 3).</summary>
public sealed class RelationsOnDateTests
{
    private static readonly Fact[] Life =
    [
        new StateProclaimed
        {
            Id = "proclaimed",
            Date = EdtfDate.Parse("1991-09-02"),
            Citations = [Cite("a")],
        },
        new StateDissolved
        {
            Id = "dissolved",
            Date = EdtfDate.Parse("2024-01-01"),
            Citations = [Cite("a")],
        },
    ];

    private static readonly PositionStated Not = new()
    {
        Id = "not",
        Actor = "ukraine",
        Level = ActorLevel.State,
        Positions = [Position.NonRecognition],
        Citations = [Cite("a")],
    };

    private static readonly CompletenessStated OnlyThree = new()
    {
        Id = "only",
        Kind = "recognition-by",
        Class = "polity",
        Except = ["abkhazia"],
        Citations = [Cite("a")],
    };

    [Fact]
    public void Without_a_word_of_any_source_there_is_no_record()
    {
        var answer = OfPolity("2006-06-01", Life);

        answer.Status.ShouldBe(RecognitionStatus.NoRecord);
        answer.Facts.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("1991-09-01", RecognitionStatus.NoRecord)]
    [InlineData("1991-09-02", RecognitionStatus.AttestedNot)]
    [InlineData("2023-12-31", RecognitionStatus.AttestedNot)]
    [InlineData("2024-01-01", RecognitionStatus.NoRecord)]
    public void A_position_without_a_date_counts_in_the_life_of_the_polity(string on, RecognitionStatus status) =>
        OfPolity(on, [.. Life, Not]).Status.ShouldBe(status);

    [Theory]
    [InlineData("2015-10-31", RecognitionStatus.NoRecord)]
    [InlineData("2015-11-01", RecognitionStatus.AttestedNot)]
    [InlineData("2020-01-01", RecognitionStatus.AttestedNot)]
    public void A_position_counts_from_its_earliest_day(string on, RecognitionStatus status) =>
        OfPolity(on, [.. Life, Not with { Date = EdtfDate.Parse("2015-11") }]).Status.ShouldBe(status);

    [Fact]
    public void A_position_is_over_once_the_same_actor_has_certainly_recognised()
    {
        Fact[] facts = [.. Life, Not with { Date = EdtfDate.Parse("1995") }, Passed("ukraine", "1997")];

        OfPolity("1996-06-01", facts).Status.ShouldBe(RecognitionStatus.AttestedNot);
        var possible = OfPolity("1997-06-01", facts);
        (possible.Status, possible.Certainty).ShouldBe((RecognitionStatus.Recognised, Certainty.Possible));
        possible.Because.ShouldContain(reason => reason.Rule == Rule.Rival && reason.Fact == "not");
        var certain = OfPolity("1998-06-01", facts);
        certain.Certainty.ShouldBe(Certainty.Certain);
        certain.Because.ShouldNotContain(reason => reason.Rule == Rule.Rival);
    }

    [Fact]
    public void A_position_stated_after_a_recognition_stays_among_the_reasons_and_decides_nothing()
    {
        var answer = OfPolity("2006-06-01", [.. Life, Passed("ukraine", "1997"), Not with { Date = EdtfDate.Parse("2005") }]);

        (answer.Status, answer.Certainty).ShouldBe((RecognitionStatus.Recognised, Certainty.Certain));
        answer.Because.ShouldContain(new Reason(Rule.Rival, null, "2005", "not"));
    }

    [Theory]
    [InlineData(Position.RecognitionUrged)]
    [InlineData(Position.SelfDetermination)]
    [InlineData(Position.Support)]
    [InlineData(Position.NoDiplomaticRelations)]
    public void A_call_or_support_is_neither_recognition_nor_its_absence(Position position) =>
        OfPolity("2006-06-01", [.. Life, Not with { Positions = [position] }]).Status.ShouldBe(RecognitionStatus.NoRecord);

    [Fact]
    public void A_recognition_that_was_withdrawn_has_ended_and_its_end_is_named()
    {
        var rescinded = new RecognitionRescinded
        {
            Id = "rescinded",
            Actor = "ukraine",
            Level = ActorLevel.State,
            Date = EdtfDate.Parse("2000-05-05"),
            Citations = [Cite("a")],
        };

        var answer = OfPolity("2006-06-01", [.. Life, Not, Passed("ukraine", "1997"), rescinded]);

        (answer.Status, answer.Certainty).ShouldBe((RecognitionStatus.Ended, Certainty.Certain));
        answer.Because.ShouldBe([new Reason(Rule.Claim, BoundName.End, "2000-05-05", "rescinded")]);
    }

    [Theory]
    [InlineData("2000", "2000-05-05", Rule.Claim)]
    [InlineData("2000", "2001", Rule.Rival)]
    public void Ends_are_rivals_only_where_they_cannot_all_be_true(string one, string other, Rule rule)
    {
        RecognitionRescinded Rescinded(string date, string source) =>
            new()
            {
                Id = $"rescinded-{source}",
                Actor = "ukraine",
                Level = ActorLevel.State,
                Date = EdtfDate.Parse(date),
                Citations = [Cite(source)],
            };

        var answer = OfPolity("2006-06-01", [.. Life, Passed("ukraine", "1997"), Rescinded(one, "a"), Rescinded(other, "b")]);

        answer.Status.ShouldBe(RecognitionStatus.Ended);
        answer.Because.ShouldBe([
            new Reason(rule, BoundName.End, one, "rescinded-a"),
            new Reason(rule, BoundName.End, other, "rescinded-b"),
        ]);
    }

    [Fact]
    public void A_recognition_is_only_possible_where_the_end_of_the_state_is_disputed_and_that_is_the_reason()
    {
        var earlier = new StateDissolved
        {
            Id = "earlier",
            Date = EdtfDate.Parse("2023-09-28"),
            Citations = [Cite("b")],
        };

        var answer = OfPolity("2023-10-15", [.. Life, earlier, Passed("ukraine", "1997")]);

        (answer.Status, answer.Certainty).ShouldBe((RecognitionStatus.Recognised, Certainty.Possible));
        answer.Because.ShouldBe(
            [
                new Reason(Rule.Life, BoundName.End, "2024-01-01", "dissolved", "artsakh/existence"),
                new Reason(Rule.Life, BoundName.End, "2023-09-28", "earlier", "artsakh/existence"),
            ],
            ignoreOrder: true
        );
    }

    [Fact]
    public void A_recognition_of_which_a_source_dates_the_end_has_that_for_its_reason()
    {
        var earlier = new StateDissolved
        {
            Id = "earlier",
            Date = EdtfDate.Parse("2023-09-28"),
            Citations = [Cite("b")],
        };
        var rescinded = new RecognitionRescinded
        {
            Id = "rescinded",
            Actor = "ukraine",
            Level = ActorLevel.State,
            Date = EdtfDate.Parse("2023-10"),
            Citations = [Cite("a")],
        };

        var answer = OfPolity("2023-10-15", [.. Life, earlier, Passed("ukraine", "1997"), rescinded]);

        answer.Because.ShouldBe([new Reason(Rule.Claim, BoundName.End, "2023-10", "rescinded")]);
    }

    [Fact]
    public void A_recognition_ends_with_the_state_that_was_recognised()
    {
        var answer = OfPolity("2024-01-01", [.. Life, Passed("ukraine", "1997")]);

        answer.Status.ShouldBe(RecognitionStatus.Ended);
        answer.Because.ShouldBe([new Reason(Rule.Life, BoundName.End, "2024-01-01", "dissolved", "artsakh/existence")]);
    }

    [Fact]
    public void A_complete_list_attests_that_whoever_is_of_the_class_and_not_on_it_did_not()
    {
        var answer = OfPolity("2006-06-01", [.. Life, OnlyThree]);

        answer.Status.ShouldBe(RecognitionStatus.AttestedNot);
        answer.Because.Single().Fact.ShouldBe("only");
        OfPolity("2006-06-01", [.. Life, OnlyThree], "abkhazia").Status.ShouldBe(RecognitionStatus.NoRecord, "it is among the exceptions");
        OfPolity("2006-06-01", [.. Life, OnlyThree], "california").Status.ShouldBe(RecognitionStatus.NoRecord, "it is not of the class");
        Recognition(EpisodeKind.RecognitionOf, "2006-06-01", [.. Life, OnlyThree], "ukraine")
            .Status.ShouldBe(RecognitionStatus.NoRecord, "it is about the other direction");
    }

    [Theory]
    [InlineData("state", "ukraine", true)]
    [InlineData("polity", "ukraine", true)]
    [InlineData("sub-national", "california", true)]
    [InlineData("state", "california", false)]
    [InlineData("municipal", "milan", true)]
    [InlineData("municipality", "milan", true)]
    [InlineData("parliament", "french-senate", true)]
    public void A_class_is_a_kind_of_entity_or_the_level_of_an_actor(string className, string entity, bool isOfIt) =>
        OfPolity("2006-06-01", [.. Life, OnlyThree with { Class = className }], entity)
            .Status.ShouldBe(isOfIt ? RecognitionStatus.AttestedNot : RecognitionStatus.NoRecord);

    [Theory]
    [InlineData("2009-12-31", RecognitionStatus.NoRecord)]
    [InlineData("2010-01-01", RecognitionStatus.AttestedNot)]
    [InlineData("2012-12-31", RecognitionStatus.AttestedNot)]
    [InlineData("2013-01-01", RecognitionStatus.NoRecord)]
    public void A_complete_list_counts_in_the_period_that_its_source_gives(string on, RecognitionStatus status) =>
        OfPolity(on, [.. Life, OnlyThree with { Date = EdtfDate.Parse("2010/2012") }]).Status.ShouldBe(status);

    [Fact]
    public void Whoever_an_unnamed_exception_could_be_is_excepted() =>
        OfPolity("2006-06-01", [.. Life, OnlyThree with { Except = [Party.NotNamed("another state", ["ukraine"])] }])
            .Status.ShouldBe(RecognitionStatus.NoRecord);

    [Fact]
    public void A_recognition_against_a_complete_list_is_its_rival_and_the_list_stays_among_the_reasons()
    {
        var answer = OfPolity("2006-06-01", [.. Life, OnlyThree, Passed("ukraine", "1997")]);

        (answer.Status, answer.Certainty).ShouldBe((RecognitionStatus.Recognised, Certainty.Certain));
        answer.Because.ShouldContain(new Reason(Rule.Rival, null, null, "only"));
    }

    [Fact]
    public void A_recognition_by_a_region_is_none_by_its_state() =>
        OfPolity("2006-06-01", [.. Life, Passed("california", "1997")], "united-states").Status.ShouldBe(RecognitionStatus.NoRecord);

    [Fact]
    public void A_mutual_recognition_is_one_in_each_direction()
    {
        Fact[] facts = [.. Life, Passed("ukraine", "1997") with { Mutual = true }];

        OfPolity("2006-06-01", facts).Status.ShouldBe(RecognitionStatus.Recognised);
        Recognition(EpisodeKind.RecognitionOf, "2006-06-01", facts, "ukraine").Status.ShouldBe(RecognitionStatus.Recognised);
    }

    [Fact]
    public void A_position_of_the_polity_is_about_its_own_recognition_of_another()
    {
        Fact[] facts = [.. Life, Not with { Actor = "artsakh", Towards = "ukraine" }];

        Recognition(EpisodeKind.RecognitionOf, "2006-06-01", facts, "ukraine").Status.ShouldBe(RecognitionStatus.AttestedNot);
        OfPolity("2006-06-01", facts).Status.ShouldBe(RecognitionStatus.NoRecord);
    }

    [Fact]
    public void A_position_that_was_taken_out_says_nothing_and_one_that_is_denied_stays_with_its_denial()
    {
        OfPolity("2006-06-01", [.. Life, Not, Retracted("out", "not")]).Status.ShouldBe(RecognitionStatus.NoRecord);

        var denied = OfPolity(
            "2006-06-01",
            [
                .. Life,
                Not,
                new FactDenied
                {
                    Id = "denial",
                    Target = "not",
                    Citations = [Cite("b")],
                },
            ]
        );
        denied.Because.Select(reason => (reason.Rule, reason.Fact)).ShouldBe([(Rule.Attestation, "not"), (Rule.Denial, "denial")]);
    }

    [Fact]
    public void Two_ids_that_are_one_have_one_answer()
    {
        Fact[] facts = [.. Life, Passed("ukraine-ssr", "1997")];
        var known = Known(facts, Identified("ukraine-ssr", "ukraine"));

        foreach (var id in new[] { "ukraine", "ukraine-ssr" })
        {
            var answer = RelationsQuestion.Parse("artsakh", id, "2006-06-01", null, null).Answer(known);
            answer.Entity.Id.ShouldBe("ukraine");
            answer.Recognition.OfPolity.Status.ShouldBe(RecognitionStatus.Recognised);
        }
    }

    [Fact]
    public void A_row_whose_party_is_unnamed_recognises_for_nobody_and_is_shown_as_one_that_could()
    {
        var row = Passed(Party.NotNamed("a state", ["ukraine"]), "1997") with { Id = "row" };
        var relations = new RelationsOnDate(Known([.. Life, row]), "ukraine", QueryDate.Parse("2006-06-01"));

        relations.Recognition(EpisodeKind.RecognitionBy).Status.ShouldBe(RecognitionStatus.NoRecord);
        relations.MayBe().Single().Fact.Id.ShouldBe("row");
        new RelationsOnDate(Known([.. Life, row]), "ukraine", QueryDate.Parse("1996")).MayBe().ShouldBeEmpty("it had not happened");
    }

    [Fact]
    public void A_list_of_a_kind_that_no_fact_opens_is_shown_beside_recognition()
    {
        var absences = new RelationsOnDate(
            Known([.. Life, OnlyThree with { Kind = "diplomatic-mission" }]),
            "ukraine",
            QueryDate.Parse("2006")
        ).Absences();

        absences.Select(absence => (absence.Kind, absence.Facts.Single())).ShouldBe([("diplomatic-mission", "/facts/only")]);
    }

    [Fact]
    public void What_another_carries_is_no_rival_of_a_list_of_what_the_polity_has()
    {
        var list = OnlyThree with { Kind = "membership", Class = "organisation", Except = [] };
        var ofATeam = new ArtsakhLedger.Memberships.MembershipBegan
        {
            Id = "team",
            Organisation = "conifa",
            Member = "football-association",
            Date = EdtfDate.Parse("2000"),
            Citations = [Cite("a")],
        };

        var team = new RelationsOnDate(Known([.. Life, list, ofATeam]), "conifa", QueryDate.Parse("2006"));
        team.Absences().Single().Kind.ShouldBe("membership");
        team.Entries.Single().Because.ShouldNotContain(reason => reason.Fact == "only");

        var own = new RelationsOnDate(Known([.. Life, list, ofATeam with { Member = null }]), "conifa", QueryDate.Parse("2006"));
        own.Absences().ShouldBeEmpty();
        own.Entries.Single().Because.ShouldContain(reason => reason.Rule == Rule.Rival && reason.Fact == "only");
    }

    [Fact]
    public void A_date_coarser_than_a_day_has_two_values()
    {
        var answer = OfPolity("1997/2005", [.. Life, Passed("ukraine", "2000-05-05")]);

        (answer.Status, answer.Certainty, answer.Throughout, answer.AtSomeTime).ShouldBe(
            (RecognitionStatus.Recognised, null, Certainty.Not, Certainty.Certain)
        );
    }

    private static RecognitionPassed Passed(Party actor, string date) =>
        new()
        {
            Id = $"passed-{actor.Id}",
            Actor = actor,
            Level = ActorLevel.State,
            Date = EdtfDate.Parse(date),
            Citations = [Cite("a")],
        };

    private static RecognitionAnswer OfPolity(string on, Fact[] facts, string entity = "ukraine") =>
        Recognition(EpisodeKind.RecognitionBy, on, facts, entity);

    private static RecognitionAnswer Recognition(EpisodeKind direction, string on, Fact[] facts, string entity) =>
        new RelationsOnDate(Known(facts), entity, QueryDate.Parse(on)).Recognition(direction);

    private static PolityAsKnown Known(Fact[] facts, params Fact[] identities) =>
        new(
            "artsakh",
            Of(facts),
            Of([
                Described("artsakh", EntityKind.Polity),
                Described("ukraine", EntityKind.Polity),
                Described("abkhazia", EntityKind.Polity),
                Described("united-states", EntityKind.Polity),
                Described("california", EntityKind.SubNational),
                Described("milan", EntityKind.Municipality),
                Described("french-senate", EntityKind.Chamber),
                Described("conifa", EntityKind.Organisation),
                .. identities,
            ])
        );

    private static EntityDescribed Described(string id, EntityKind kind) =>
        new()
        {
            Id = EntityDescribed.FactIdOf(id),
            Entity = id,
            Kind = kind,
            Names = [new() { Text = id, Language = "en" }],
            Reason = "for the test",
        };
}
