using FsCheck;
using FsCheck.Fluent;

namespace Edtf.Tests.Generated;

/// <summary>Checks comparisons by trying all days of one month that both expressions can mean.</summary>
public class OrderingLawTests
{
    private const int Length = 29;
    private static readonly DayOracle Oracle = new(2024, 2024);
    private static readonly int FirstOfFebruary = Oracle.Calendar.ToList().IndexOf(new Day(2024, 2, 1));

    private static readonly Gen<string> Date = Gen.OneOf(
        Gen.Choose(1, Length).Select(day => $"2024-02-{day:00}"),
        Gen.Elements("2024-02-0X", "2024-02-1X", "2024-02-2X", "2024-02-X5", "2024-02-XX", "2024-02")
    );

    private static readonly Gen<string> Expression = Gen.OneOf(
        Date,
        Date.SelectMany(_ => Date, (start, end) => $"{start}/{end}"),
        Date.SelectMany(_ => Date, (first, last) => $"[{first},{last}]"),
        Date.SelectMany(_ => Date, (first, last) => $"[{first}..{last}]")
    );

    [Fact]
    public void IsBefore_agrees_with_the_oracle() => Check((left, right) => left.IsBefore(right), (left, right) => left.Last < right.First);

    [Fact]
    public void IsAfter_agrees_with_the_oracle() => Check((left, right) => left.IsAfter(right), (left, right) => left.First > right.Last);

    [Fact]
    public void CoincidesWith_agrees_with_the_oracle() => Check((left, right) => left.CoincidesWith(right), (left, right) => left == right);

    [Fact]
    public void Overlaps_agrees_with_the_oracle() =>
        Check((left, right) => left.Overlaps(right), (left, right) => left.First <= right.Last && right.First <= left.Last);

    [Fact]
    public void IsWithin_an_interval_agrees_with_the_oracle() =>
        Check(
            (left, right) => left.IsWithin(right),
            (left, right) => right.First <= left.First && left.Last <= right.Last,
            (_, right) => right.IsInterval
        );

    [Fact]
    public void IsBefore_excludes_the_other_relations_and_is_transitive() =>
        Pairs(
            Expression,
            (a, b) =>
            {
                if (a.IsBefore(b) != Likelihood.Certain)
                    return;
                a.IsAfter(b).ShouldBe(Likelihood.Impossible);
                a.CoincidesWith(b).ShouldBe(Likelihood.Impossible);
                a.Overlaps(b).ShouldBe(Likelihood.Impossible);
                var c = EdtfDate.Parse("2024-02-28/2024-02-29");
                if (b.IsBefore(c) == Likelihood.Certain)
                    a.IsBefore(c).ShouldBe(Likelihood.Certain);
            }
        );

    private static void Check(
        Func<EdtfDate, EdtfDate, Likelihood> actual,
        Func<(int First, int Last), (int First, int Last), bool> holds,
        Func<EdtfDate, EdtfDate, bool>? applies = null
    ) =>
        Pairs(
            Expression,
            (left, right) =>
            {
                if (applies is not null && !applies(left, right))
                    return;
                var outcomes = new HashSet<bool>();
                foreach (var mine in Placements(left))
                {
                    foreach (var theirs in Placements(right))
                        outcomes.Add(holds(mine, theirs));
                }

                var expected = outcomes.Contains(true)
                    ? outcomes.Contains(false)
                        ? Likelihood.Possible
                        : Likelihood.Certain
                    : Likelihood.Impossible;
                actual(left, right).ShouldBe(expected, $"{left} and {right}");
            }
        );

    /// <summary>Every pair of first and last day that the expression can have.</summary>
    private static List<(int First, int Last)> Placements(EdtfDate expression)
    {
        if (!expression.IsInterval)
            return [.. DaysOf(expression).Select(day => (day, day))];
        var ends = DaysOf(expression.End!.Value);
        return
        [
            .. DaysOf(expression.Start!.Value).SelectMany(_ => ends, (first, last) => (first, last)).Where(pair => pair.first <= pair.last),
        ];
    }

    private static List<int> DaysOf(EdtfDate date)
    {
        var members = Oracle.Members(date.ToString());
        return [.. Enumerable.Range(0, Length).Where(day => members[FirstOfFebruary + day])];
    }

    private static void Pairs(Gen<string> texts, Action<EdtfDate, EdtfDate> property) =>
        Prop.ForAll(
                texts.SelectMany(_ => texts, (left, right) => $"{left} {right}").ToArbitrary(),
                pair =>
                {
                    if (
                        pair.Split(' ') is [var left, var right]
                        && EdtfDate.TryParse(left, out var a)
                        && EdtfDate.TryParse(right, out var b)
                    )
                        property(a, b);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(200));
}
