using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.RulesOfTime.Periods;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.RulesOfTime;

public sealed class GroupingTests
{
    private static readonly ClaimDate Year = new(DayRanges.Between(1, 365));

    [Fact(Timeout = 60_000)]
    public async Task Thousands_of_acts_of_one_year_make_their_periods()
    {
        var grouping = await Task.Run(
            () => Grouping.Of(Acts(6_000), [], [], TestContext.Current.CancellationToken),
            TestContext.Current.CancellationToken
        );

        grouping.Told.Count.ShouldBe(3_000);
        grouping.Claims.Count.ShouldBe(3_000);
    }

    [Fact]
    public void Grouping_ends_when_nobody_wants_it_any_more() =>
        Should.Throw<OperationCanceledException>(() => Grouping.Of(Acts(2), [], [], new CancellationToken(canceled: true)));

    [Fact]
    public void A_closing_before_its_opening_by_one_source_is_answered()
    {
        ToldFact[] facts =
        [
            new ToldOpening("opened", "A", new ClaimDate(DayRanges.Day(2010))),
            new ToldClosing("closed", "A", new ClaimDate(DayRanges.Day(2005))),
        ];

        var grouping = Grouping.Of(facts, [], [], TestContext.Current.CancellationToken);

        grouping
            .Claims.Select(claim => (claim.Period, claim.StartFact, claim.EndFact))
            .ShouldBe([(1, null, "closed"), (2, "opened", null)]);
    }

    [Fact]
    public void An_undated_end_of_a_life_is_told_last_and_ends_what_is_open()
    {
        ToldFact[] facts = [new ToldOpening("opened", "A", Year)];

        var grouping = Grouping.Of(facts, [], [new ClaimDate(DayRanges.Everything)], TestContext.Current.CancellationToken);

        grouping.Told.ShouldHaveSingleItem().Ends.ShouldHaveSingleItem().Days.IsEverything.ShouldBeTrue();
        grouping.Claims.ShouldHaveSingleItem().End.ShouldBeNull();
    }

    private static ToldFact[] Acts(int count) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(i => i % 2 == 0 ? (ToldFact)new ToldOpening($"f{i}", "A", Year) : new ToldClosing($"f{i}", "A", Year)),
        ];
}
