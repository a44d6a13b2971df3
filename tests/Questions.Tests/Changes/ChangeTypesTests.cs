using ArtsakhLedger.Asking;
using ArtsakhLedger.Changes;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Memberships;
using ArtsakhLedger.Ministers;
using ArtsakhLedger.State;
using Edtf;
using Shouldly;
using Xunit;
using static ArtsakhLedger.Tests.Corrections.Entries;

namespace ArtsakhLedger.Tests.Changes;

/// <summary>What began, ended, was suspended or resumed, apart from what merely is no longer attested.</summary>
public sealed class ChangeTypesTests
{
    private static readonly StateProclaimed Proclaimed = new()
    {
        Id = "proclaimed",
        Date = EdtfDate.Parse("1985-01-01"),
        Citations = [Cite("life")],
    };

    [Fact]
    public void An_appointment_begins_and_the_day_after_is_only_no_longer_attested()
    {
        TypesOf(Proclaimed, Appointed("2001-05-01")).ShouldBe(["1985-01-01 began", "2001-05-01 began", "2001-05-02 no-longer-attested"]);
    }

    [Fact]
    public void Vague_dates_may_have_begun_and_ended()
    {
        TypesOf(Proclaimed, Appointed("2001/2003"))
            .ShouldBe([
                "1985-01-01 began",
                "2001-01-01 may-have-begun",
                "2001-12-31 began",
                "2003-01-01 may-have-ended",
                "2003-12-31 ended",
            ]);
    }

    [Fact]
    public void A_source_that_shows_it_later_vouches_for_it_until_then()
    {
        TypesOf(
                Proclaimed,
                Appointed("2001-05-01"),
                new MinisterAttested
                {
                    Id = "seen",
                    Person = "anna",
                    Date = EdtfDate.Parse("2002-05"),
                    Citations = [Cite("b")],
                }
            )
            .ShouldBe(["1985-01-01 began", "2001-05-01 began", "2002-05-02 no-longer-attested"]);
    }

    [Fact]
    public void A_suspension_and_its_end_are_phases()
    {
        var changes = ChangesOf(
            Proclaimed,
            Member<MembershipBegan>("began", "2001-05-01"),
            Member<MembershipSuspended>("suspended", "2002-05-01"),
            Member<MembershipResumed>("resumed", "2003-05-01")
        );

        changes
            .Where(change => change.Type == ChangeType.Phase)
            .Select(change => (change.Day, change.Phase))
            .ShouldBe([("2002-05-01", Suspension.Suspended), ("2003-05-01", Suspension.Resumed)]);
    }

    [Fact]
    public void A_question_leaves_out_what_is_no_longer_attested_unless_it_asks_for_that()
    {
        static ChangesQuestion Asked(string? attestation) =>
            ChangesQuestion.Parse("artsakh", null, null, null, null, null, null, attestation, null);

        Should.Throw<QuestionProblem>(() => Asked("yes")).Parameter.ShouldBe("attestation");
        Asked("true").ShouldNotBeNull();
    }

    private static IEnumerable<string> TypesOf(params Fact[] facts) =>
        ChangesOf(facts)
            .Where(change => change.Day != "2026-01-02")
            .Select(change => $"{change.Day} {System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(change.Type.ToString()!)}");

    private static List<Change> ChangesOf(params Fact[] facts)
    {
        var changes = ChangesBetweenDates.Of(Known(facts));
        return [.. changes.All(null, null, TestContext.Current.CancellationToken).Select(changes.AnswerOf)];
    }

    private static MinisterAppointed Appointed(string date) =>
        new()
        {
            Id = "appointed",
            Person = "anna",
            Date = EdtfDate.Parse(date),
            Citations = [Cite("a")],
        };

    private static MembershipFact Member<T>(string id, string date)
        where T : MembershipFact
    {
        MembershipFact fact =
            typeof(T) == typeof(MembershipBegan) ? new MembershipBegan { Organisation = "union" }
            : typeof(T) == typeof(MembershipSuspended) ? new MembershipSuspended { Organisation = "union" }
            : new MembershipResumed { Organisation = "union" };
        return fact with { Id = id, Date = EdtfDate.Parse(date), Citations = [Cite("a")] };
    }
}
