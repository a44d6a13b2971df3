using ArtsakhLedger.Changes;
using ArtsakhLedger.Facts;
using ArtsakhLedger.StateAsOf;
using ArtsakhLedger.Tests.Running;
using Edtf;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Changes;

public sealed class ChangeStepsTests(SharedLedger ledger) : IClassFixture<SharedLedger>
{
    [Fact]
    public async Task Steps_forth_visit_every_day_of_a_change_and_steps_back_the_same_days()
    {
        var (_, steps) = await StepsAsync();
        var days = steps.Days(null).ToList();
        days.ShouldBe(days.Order());

        var forth = new List<long>();
        for (var day = steps.After(Day.MinValue, null); day is { } here; day = steps.After(here, null))
        {
            forth.Add(here.DayNumber);
        }

        var back = new List<long>();
        for (var day = steps.Before(Day.MaxValue, null); day is { } here; day = steps.Before(here, null))
        {
            back.Add(here.DayNumber);
        }

        forth.ShouldBe(days);
        back.ShouldBe(Enumerable.Reverse(days));
    }

    [Fact]
    public async Task The_record_s_own_date_is_no_step_though_nothing_is_certain_after_it()
    {
        var (known, steps) = await StepsAsync();
        var after = StateOnDate.RecordDateOf(known.LastTouched.RecordedAt).AddDays(1);

        new ChangesBetweenDates(known)
            .All(after.AddDays(-1), after, TestContext.Current.CancellationToken)
            .ShouldAllBe(change => change.Day == after.DayNumber);
        steps.Within(after, Day.MaxValue, null).ShouldBeEmpty();
    }

    [Fact]
    public async Task Steps_of_one_kind_are_those_of_its_episodes_and_of_the_existence()
    {
        var (_, steps) = await StepsAsync();
        var ministers = steps.Within(Day.MinValue, Day.MaxValue, EpisodeKind.ForeignMinister);

        ministers.Select(change => change.Episode.Split('/')[1]).Distinct().ShouldBe(["existence", "foreign-minister"], ignoreOrder: true);
        steps.Days(EpisodeKind.ForeignMinister).ShouldBe(ministers.Select(change => Day.Parse(change.Day!).DayNumber).Distinct());
    }

    private async Task<(PolityAsKnown Known, ChangeSteps Steps)> StepsAsync()
    {
        var (known, _) = await ledger
            .Host.Services.GetRequiredService<PolityReader>()
            .AsKnownAsync("artsakh", (string?)null, TestContext.Current.CancellationToken);
        return (known, ChangeSteps.Of(known));
    }
}
