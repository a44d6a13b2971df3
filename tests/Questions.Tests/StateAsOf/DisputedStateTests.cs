using ArtsakhLedger.Asking;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Recognitions;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.State;
using ArtsakhLedger.StateAsOf;
using Edtf;
using Shouldly;
using Xunit;
using static ArtsakhLedger.Tests.Corrections.Entries;

namespace ArtsakhLedger.Tests.StateAsOf;

/// <summary>What a state carries is no surer than the state, and whatever is only possible says in a word why.</summary>
public sealed class DisputedStateTests
{
    private static readonly Fact[] DisputedLife =
    [
        new StateProclaimed
        {
            Id = "proclaimed",
            Date = EdtfDate.Parse("1991-09-02/2024-01-01"),
            Citations = [Cite("a")],
        },
        new StateProclaimed
        {
            Id = "earlier",
            Date = EdtfDate.Parse("1991-09-02/2023-09-28"),
            Citations = [Cite("b")],
        },
    ];

    private static readonly InstitutionSeated Ministry = new()
    {
        Id = "seated",
        Institution = "ministry",
        Date = EdtfDate.Parse("1993-07-23"),
        Citations = [Cite("a")],
    };

    [Fact]
    public void An_institution_lasts_and_on_a_day_on_which_the_state_is_disputed_is_only_possible_because_of_the_state()
    {
        var before = Entry("2023-09-27", Ministry);
        before.Certainty.ShouldBe(Certainty.Certain);
        before.Basis.ShouldBeNull();

        var disputed = Entry("2023-12-01", Ministry);
        disputed.Certainty.ShouldBe(Certainty.Possible);
        disputed.Basis.ShouldBe(Basis.Disputed);
        disputed.Because.Select(reason => (reason.Rule, reason.Fact)).ShouldBe([(Rule.Life, "proclaimed"), (Rule.Life, "earlier")]);
    }

    [Fact]
    public void A_term_that_goes_beyond_the_earlier_end_is_disputed_from_that_on_though_its_own_source_is_sure()
    {
        var term = Opened("office", "2000-01-01/2023-12-31", "a");

        Entry("2023-09-27", term).Certainty.ShouldBe(Certainty.Certain);
        var disputed = Entry("2023-10-01", term);
        disputed.Basis.ShouldBe(Basis.Disputed);
        disputed
            .Because.Select(reason => (reason.Rule, reason.Bound, reason.Edtf))
            .ShouldBe([(Rule.Life, BoundName.End, "2024-01-01"), (Rule.Life, BoundName.End, "2023-09-28")]);
    }

    [Fact]
    public void Existence_that_is_disputed_says_so() =>
        Known(DisputedLife).StateOf(null).Existence(QueryDate.Parse("2023-12-01")).Basis.ShouldBe(Basis.Disputed);

    [Theory]
    [InlineData("1991-06-01", Basis.Imprecise)]
    [InlineData("2007-01-01", Basis.Unattested)]
    public void A_date_that_is_vague_or_an_end_that_nobody_tells_is_told_apart(string on, Basis basis)
    {
        Fact[] life =
        [
            new StateProclaimed
            {
                Id = "proclaimed",
                Date = EdtfDate.Parse("1991"),
                Citations = [Cite("a")],
            },
        ];
        var state = Known([.. life, Opened("office", "2004-05-01", "a")]).StateOf(null);
        var day = QueryDate.Parse(on);

        (state.Entries(day) is [var office] ? office.Basis : state.Existence(day).Basis).ShouldBe(basis);
    }

    [Fact]
    public void Relations_between_others_last_whatever_becomes_of_the_state()
    {
        var relations = new DiplomaticRelationsEstablished
        {
            Id = "relations",
            With = "armenia",
            And = "tuvalu",
            Date = EdtfDate.Parse("2012"),
            Citations = [Cite("a")],
        };

        var after = Entry("2024-06-01", relations);
        after.Certainty.ShouldBe(Certainty.Certain);
        after.Because.ShouldBeEmpty();
    }

    private static Entry Entry(string on, Fact fact) => Known([.. DisputedLife, fact]).StateOf(null).Entries(QueryDate.Parse(on)).Single();
}
