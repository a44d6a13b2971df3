using ArtsakhLedger.Asking;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Ministers;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.State;
using Edtf;
using Shouldly;
using Xunit;
using static ArtsakhLedger.Tests.Corrections.Entries;

namespace ArtsakhLedger.Tests.StateAsOf;

/// <summary>What another holder of the same post decides is said to be decided so (the design, section 2, rule 5).</summary>
public sealed class SeatReasonTests
{
    private static readonly Fact[] State =
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

    [Fact]
    public void A_term_of_open_end_is_only_possible_from_the_day_on_which_the_next_may_begin_and_names_that_term_and_the_fact_that_dates_it()
    {
        Fact[] facts = [.. State, Appointed("anna", "1997-03-01/.."), Appointed("boris", "2002")];

        Anna("2001-12-31", facts).Certainty.ShouldBe(Certainty.Certain);
        Anna("2001-12-31", facts)
            .Reasons.ShouldBe(["Life End 2024-01-01 dissolved artsakh/existence"], "it lasts as long as the state does");
        Anna("2002-06-01", facts).Certainty.ShouldBe(Certainty.Possible);
        Anna("2002-06-01", facts).Reasons.ShouldBe(["Seat Start 2002 boris artsakh/foreign-minister/boris"]);
    }

    [Fact]
    public void Only_those_who_may_have_begun_by_the_day_are_named()
    {
        Fact[] facts = [.. State, Appointed("anna", "1997-03-01/.."), Appointed("boris", "2002/"), Appointed("clara", "2002-07/")];

        Anna("2002-05-01", facts).Reasons.ShouldBe(["Seat Start 2002 boris artsakh/foreign-minister/boris"]);
        Anna("2002-07-20", facts)
            .Reasons.ShouldBe(
                ["Seat Start 2002 boris artsakh/foreign-minister/boris", "Seat Start 2002-07 clara artsakh/foreign-minister/clara"],
                ignoreOrder: true
            );
    }

    [Fact]
    public void A_dated_end_keeps_its_own_claim_for_a_reason()
    {
        Fact[] facts = [.. State, Appointed("anna", "1997-03-01/2002"), Appointed("boris", "2002")];

        Anna("2002-06-01", facts).Reasons.ShouldBe(["Claim End 2002 anna "]);
    }

    [Fact]
    public void A_holder_whom_nobody_follows_names_the_end_of_the_state()
    {
        Fact[] facts =
        [
            State[0],
            State[1] with
            {
                Date = EdtfDate.Parse("2023"),
            },
            Appointed("zoe", "1992/1996"),
            Appointed("anna", "1997-03-01/.."),
        ];

        Anna("2023-06-01", facts).Reasons.ShouldBe(["Life End 2023 dissolved artsakh/existence"]);
    }

    private static MinisterAppointed Appointed(string person, string date) =>
        new()
        {
            Id = person,
            Person = person,
            Date = EdtfDate.Parse(date),
            Citations = [Cite("a")],
        };

    private static (Certainty Certainty, IReadOnlyList<string> Reasons) Anna(string on, IEnumerable<Fact> facts)
    {
        var entry = Known(facts)
            .StateOf(null)
            .Entries(QueryDate.Parse(on))
            .Single(entry => entry.Episode == "artsakh/foreign-minister/anna");
        return (
            entry.Certainty!.Value,
            [.. entry.Because.Select(reason => $"{reason.Rule} {reason.Bound} {reason.Edtf} {reason.Fact} {reason.Episode}")]
        );
    }
}
