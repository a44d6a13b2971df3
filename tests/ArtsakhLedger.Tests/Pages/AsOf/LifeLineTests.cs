using ArtsakhLedger.Asking;
using ArtsakhLedger.Changes;
using ArtsakhLedger.Pages.State;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.StateAsOf;
using ArtsakhLedger.Tests.Running;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Pages.AsOf;

public sealed class LifeLineTests(SharedLedger ledger) : IClassFixture<SharedLedger>
{
    [Fact]
    public async Task Every_day_of_a_change_lies_on_the_line_and_has_a_tick()
    {
        var (known, line) = await LineAsync("2006-06-01");

        line.Changes.Select(day => day.DayNumber).ShouldBe(ChangeSteps.Of(known, TestContext.Current.CancellationToken).Days(null));
        line.Changes.ShouldAllBe(day => day > line.First && day < line.Last);
        line.Ticks.Split('M').Length.ShouldBeInRange(20, 1001);
    }

    [Fact]
    public async Task The_life_is_full_where_it_is_certain_and_hatched_where_it_is_only_possible()
    {
        var (known, line) = await LineAsync("2006-06-01");

        line.Life.Select(stretch => stretch.Form).Distinct().ShouldBe(["certain", "possible"], ignoreOrder: true);
        line.Life.Zip(line.Life.Skip(1)).ShouldAllBe(pair => pair.First.To <= pair.Second.From);
        foreach (var stretch in line.Life)
        {
            var middle = line.First.DayNumber + (long)((stretch.From + stretch.To) / 2 * (line.Last.DayNumber - line.First.DayNumber));
            known.Resolution.ExistenceOn(middle).ShouldBe(stretch.Form == "certain" ? Certainty.Certain : Certainty.Possible);
        }
    }

    [Theory]
    [InlineData("-9999", 0, 0)]
    [InlineData("9999", 1, 1)]
    public async Task A_date_beyond_the_line_stands_at_its_edge(string on, double from, double to) =>
        (await LineAsync(on)).Line.Asked.ShouldBe((from, to));

    [Fact]
    public async Task A_longer_date_is_as_wide_as_its_days()
    {
        var (_, line) = await LineAsync("2006");

        (line.Asked.To - line.Asked.From).ShouldBe(365.0 / (line.Last - line.First), 1e-9);
    }

    private async Task<(PolityAsKnown Known, LifeLine Line)> LineAsync(string on)
    {
        var (known, _) = await ledger
            .Host.Services.GetRequiredService<PolityReader>()
            .AsKnownAsync("artsakh", (string?)null, TestContext.Current.CancellationToken);
        return (known, LifeLine.Of(known, ChangeSteps.Of(known, TestContext.Current.CancellationToken).Days(null), QueryDate.Parse(on))!);
    }
}
