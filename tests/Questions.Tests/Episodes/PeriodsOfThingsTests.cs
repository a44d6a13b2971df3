using ArtsakhLedger.Asking;
using ArtsakhLedger.DetailedAnswers;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Offices;
using ArtsakhLedger.Preferences;
using ArtsakhLedger.Recognitions;
using ArtsakhLedger.Relations;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.Sources;
using ArtsakhLedger.State;
using ArtsakhLedger.StateAsOf;
using ArtsakhLedger.Timeline;
using Edtf;
using Shouldly;
using Xunit;
using static ArtsakhLedger.Tests.Corrections.Entries;

namespace ArtsakhLedger.Tests.Episodes;

/// <summary>What held, ended and held again is several episodes of one thing, which answers show together.</summary>
public sealed class PeriodsOfThingsTests
{
    private const string ByFrance = "artsakh/recognition-by/france";

    private static readonly Fact[] Renewed =
    [
        Proclaimed("1985-01-01"),
        Recognised("recognised", "1990-05-01", "a"),
        Withdrew("withdrew", "2000-05-01", "b"),
        Recognised("renewed", "2010-05-01", "c"),
    ];

    [Fact]
    public void What_began_again_is_a_second_episode_after_the_first_whoever_tells_it()
    {
        var periods = Known(Renewed).PeriodsOf(ByFrance);

        periods.Select(period => (period.Id, period.After, period.Number)).ShouldBe([(ByFrance, null, 1), ($"{ByFrance}/2", ByFrance, 2)]);
        periods.Select(period => string.Join(' ', period.Facts.Select(fact => fact.Fact.Id))).ShouldBe(["recognised withdrew", "renewed"]);
        periods
            .SelectMany(period => period.Claims)
            .Select(claim => claim.Id)
            .ShouldBe([$"{ByFrance}@a", $"{ByFrance}@b", $"{ByFrance}/2@c"]);
    }

    [Fact]
    public void Each_period_has_its_entry_and_the_later_one_says_that_it_was_again()
    {
        var known = Known(Renewed);

        EntriesOn(known, "1995-01-01").ShouldBe([(ByFrance, "france recognised artsakh", Certainty.Certain)]);
        EntriesOn(known, "2005-01-01").ShouldBeEmpty();
        EntriesOn(known, "2015-01-01").ShouldBe([($"{ByFrance}/2", "france recognised artsakh again", Certainty.Certain)]);
    }

    [Fact]
    public void It_is_ended_only_while_no_period_holds()
    {
        RecognitionOn("2005-01-01", Renewed).Status.ShouldBe(RecognitionStatus.Ended);
        RecognitionOn("2005-01-01", Renewed).Certainty.ShouldBe(Certainty.Certain);
        var again = RecognitionOn("2015-01-01", Renewed);
        (again.Status, again.Certainty).ShouldBe((RecognitionStatus.Recognised, Certainty.Certain));
        again.Facts.ShouldBe(["/facts/renewed"]);
    }

    [Fact]
    public void It_holds_as_surely_as_its_surest_period_and_an_attestation_that_may_be_of_either_makes_its_day_certain()
    {
        Fact[] facts =
        [
            Proclaimed("1985-01-01"),
            Recognised("recognised", "1990-05-01", "a"),
            Withdrew("withdrew", "2000", "a"),
            Recognised("renewed", "2000", "a"),
            new RecognitionAttested
            {
                Id = "seen",
                Actor = "france",
                Level = ActorLevel.State,
                Date = EdtfDate.Parse("2000-07-01"),
                Citations = [Cite("b")],
            },
        ];

        RecognitionOn("2000-06-30", facts).Certainty.ShouldBe(Certainty.Possible);
        RecognitionOn("2000-07-01", facts).Certainty.ShouldBe(Certainty.Certain);
        Known(facts).PeriodsOf(ByFrance).ShouldAllBe(period => period.Loose.Single().Fact == "seen");
    }

    [Fact]
    public void The_address_of_the_thing_shows_all_periods_and_that_of_a_period_this_one()
    {
        var known = Known(Renewed);

        var all = EpisodeQuestion.Answer(known, known.PeriodsOf(ByFrance));
        (all.Episode, all.Statement, all.Thing).ShouldBe((ByFrance, "france recognised artsakh", null));
        all.Periods!.Select(period => period.Episode).ShouldBe([ByFrance, $"{ByFrance}/2"]);
        all.Claims.Select(claim => claim.Claim).ShouldBe(all.Periods!.SelectMany(period => period.Claims).Select(claim => claim.Claim));
        (all.Start.Earliest, all.End.Latest).ShouldBe(("1990-05-01", null));
        var second = EpisodeQuestion.Answer(known, [known.Find($"{ByFrance}/2")!]);
        (second.Episode, second.Thing, second.Periods).ShouldBe(($"{ByFrance}/2", ByFrance, null));
        EpisodeQuestion.Answer(known, [known.Lives[0]]).Thing.ShouldBeNull();
    }

    [Fact]
    public void The_timeline_draws_the_periods_in_one_row()
    {
        var question = TimelineChartQuestion.Parse(
            TimelineQuestion.Parse("artsakh", null, null, "recognition-by", null, null, null),
            null,
            null,
            null
        );

        var row = new TimelineChart(Known(Renewed)).Answer(question).Rows.OfType<EpisodeRow>().ShouldHaveSingleItem();

        row.Episode.ShouldBe(ByFrance);
        row.Held.Where(run => run.Value == Certainty.Certain)
            .Select(run => (DayOf(run.From), DayOf(run.Until)))
            .ShouldBe([("1990-05-01", "2000-05-01"), ("2010-05-01", "2026-01-02")]);
    }

    [Fact]
    public void A_term_over_the_gap_says_that_the_first_period_lasted_until_the_next_began()
    {
        var first = Known([.. Renewed, Recognised("all-along", "1990/2020", "d")]).PeriodsOf(ByFrance)[0];

        var claim = first.Claims.Single(claim => claim.Source == "d");
        (claim.LastsUntilNext, claim.Start.ToString(), claim.End.ToString()).ShouldBe((true, "1990", "2010-05-01"));
    }

    [Fact]
    public void A_fact_may_say_of_which_period_it_tells()
    {
        var known = Known(
            Proclaimed("1985-01-01"),
            Recognised("recognised", "1990", "a"),
            Recognised("again", "2000", "a") with
            {
                Term = 2,
            }
        );

        known.PeriodsOf(ByFrance).Select(period => period.Id).ShouldBe([ByFrance, $"{ByFrance}/2"]);
    }

    [Fact]
    public void An_institution_that_moved_ended_in_the_old_place_and_did_not_begin_again()
    {
        var known = Known(Proclaimed("1985-01-01"), Seated("shushi", "1990-01-01", "shushi"), Seated("moved", "1995-01-01", "stepanakert"));

        EntriesOn(known, "1994-12-31").Single().Statement.ShouldBe("ministry had its seat in shushi");
        EntriesOn(known, "1995-01-01")
            .Single()
            .ShouldBe(("artsakh/institution/ministry/2", "ministry had its seat in stepanakert", Certainty.Certain));
    }

    [Fact]
    public void What_the_state_carried_ends_with_each_of_its_lives()
    {
        var known = Known(
            Proclaimed("1918-05-28"),
            Dissolved("1920-12-02"),
            Proclaimed("1991-09-21"),
            Recognised("first", "1919-01-01", "a"),
            Recognised("second", "1992-01-01", "a")
        );

        known.Lives.Select(life => life.Id).ShouldBe(["artsakh/existence", "artsakh/existence/2"]);
        known.PeriodsOf(ByFrance).Count.ShouldBe(2, "the end of a life ends what it carried");
        StateOn(known, "1920-12-01").Existence.Certainty.ShouldBe(Certainty.Certain);
        StateOn(known, "1950-01-01").Existence.Certainty.ShouldBe(Certainty.Not);
        StateOn(known, "1995-01-01").Existence.Certainty.ShouldBe(Certainty.Certain);
        EntriesOn(known, "1950-01-01").ShouldBeEmpty();
        EntriesOn(known, "1995-01-01").Single().Episode.ShouldBe($"{ByFrance}/2");
    }

    [Fact]
    public void A_fact_that_is_set_aside_makes_no_period_and_stays_visible()
    {
        var settled = Known([
            .. Renewed,
            new ClaimPreferred
            {
                Id = "settled",
                Prefer = ["recognised"],
                Over = ["withdrew"],
                Bounds = [ClaimBound.End],
                Reason = "it withdrew nothing",
                Citations = [Cite("d")],
            },
        ]);

        var only = settled.PeriodsOf(ByFrance).ShouldHaveSingleItem();
        only.SetAside.ShouldBe([new($"{ByFrance}@b", Start: false, End: true)]);
        only.Facts.Select(fact => fact.Fact.Id).ShouldBe(["recognised", "withdrew", "renewed"]);
    }

    [Fact]
    public void A_claim_that_a_preference_names_is_the_one_of_that_number_in_the_order_of_record()
    {
        Fact[] facts = [Opened("late", "2015", "a"), Opened("early", "2012", "a"), Opened("other", "2012-05", "b")];
        var preferred = new ClaimPreferred
        {
            Id = "settled",
            Claim = "artsakh/office/paris@b",
            Over = ["artsakh/office/paris@a"],
            Reason = "closer",
            Citations = [Cite("c")],
        };

        var office = Known([.. facts, preferred]).Episodes.Single();

        office.Claims.Single(claim => office.SetAside.Any(aside => aside.Id == claim.Id)).StartFacts.ShouldBe(["late"]);
    }

    [Fact]
    public void What_a_noted_source_tells_is_shown_and_set_aside()
    {
        var known = KnownWith(Renewed, Assessed("b", SourceStanding.Noted));

        var only = known.PeriodsOf(ByFrance).ShouldHaveSingleItem();
        only.SetAside.ShouldBe([new($"{ByFrance}@b", Start: false, End: true)]);
        EntriesOn(known, "2005-01-01").Single().Certainty.ShouldBe(Certainty.Possible, "the two starts are rivals");
        EntriesOn(known, "2015-01-01").Single().Certainty.ShouldBe(Certainty.Certain);
    }

    [Fact]
    public void What_a_copy_tells_counts_as_told_by_its_original_once()
    {
        Fact[] facts = [Opened("one", "2012-05-05", "a"), Opened("copied", "2012-05-05", "copy"), Opened("more", "2012-06", "copy")];

        var office = KnownWith(facts, Assessed("copy", SourceStanding.Copy, of: "a")).Episodes.Single();

        office
            .Claims.Select(claim => (claim.Id, string.Join(' ', claim.StartFacts)))
            .ShouldBe([("artsakh/office/paris@a", "one copied"), ("artsakh/office/paris@a~2", "more")]);
        Known(facts).Episodes.Single().Claims.Count.ShouldBe(3);
    }

    [Fact]
    public void Facts_that_no_order_can_hold_are_answered()
    {
        var known = Known(Opened("opened", "2010-01-01", "a"), Closed("closed", "2005-01-01", "a"));

        known.Episodes.Select(period => period.Id).ShouldBe(["artsakh/office/paris", "artsakh/office/paris/2"]);
    }

    private static PolityAsKnown KnownWith(Fact[] facts, SourceAssessed assessed) =>
        new("artsakh", Of(facts), [Of(assessed)[0] with { Position = facts.Length + 1, Fact = assessed }]);

    private static SourceAssessed Assessed(string source, SourceStanding standing, string? of = null) =>
        new()
        {
            Id = $"{source}-assessed",
            Source = source,
            Standing = standing,
            CopyOf = of,
            Reason = "read",
        };

    private static List<(string Episode, string Statement, Certainty Certainty)> EntriesOn(PolityAsKnown known, string day) =>
        [.. StateOn(known, day).Entries.Select(entry => (entry.Episode, entry.Statement, entry.Certainty!.Value))];

    private static HeldOnDay StateOn(PolityAsKnown known, string day) => known.StateOf(null).On(Day.Parse(day));

    private static RecognitionAnswer RecognitionOn(string day, Fact[] facts)
    {
        var described = new EntityDescribed
        {
            Id = "entity-france",
            Entity = "france",
            Kind = EntityKind.Polity,
            Names = [new() { Text = "France", Language = "en" }],
            Reason = "named",
        };
        var known = new PolityAsKnown("artsakh", Of(facts), [Of(described)[0] with { Position = facts.Length + 1, Fact = described }]);
        return new RelationsQuestion("artsakh", "france", QueryDate.Parse(day), null).Answer(known).Recognition.OfPolity;
    }

    private static string? DayOf(long? day) => day is { } number ? Day.FromDayNumber(number).ToString() : null;

    private static StateProclaimed Proclaimed(string date) =>
        new()
        {
            Id = $"proclaimed-{date}",
            Date = EdtfDate.Parse(date),
            Citations = [Cite("life")],
        };

    private static StateDissolved Dissolved(string date) =>
        new()
        {
            Id = $"dissolved-{date}",
            Date = EdtfDate.Parse(date),
            Citations = [Cite("life")],
        };

    private static RecognitionPassed Recognised(string id, string date, string source) =>
        new()
        {
            Id = id,
            Actor = "france",
            Level = ActorLevel.State,
            Date = EdtfDate.Parse(date),
            Citations = [Cite(source)],
        };

    private static RecognitionRescinded Withdrew(string id, string date, string source) =>
        new()
        {
            Id = id,
            Actor = "france",
            Level = ActorLevel.State,
            Date = EdtfDate.Parse(date),
            Citations = [Cite(source)],
        };

    private static InstitutionSeated Seated(string id, string date, string city) =>
        new()
        {
            Id = id,
            Institution = "ministry",
            City = city,
            Date = EdtfDate.Parse(date),
            Citations = [Cite("a")],
        };

    private static OfficeClosed Closed(string id, string date, string source) =>
        new()
        {
            Id = id,
            City = "paris",
            Date = EdtfDate.Parse(date),
            Citations = [Cite(source)],
        };
}
