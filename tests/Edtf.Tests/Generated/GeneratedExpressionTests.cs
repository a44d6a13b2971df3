using FsCheck;
using FsCheck.Fluent;

namespace Edtf.Tests.Generated;

public class GeneratedExpressionTests
{
    private const int Radius = 110;

    private static readonly Dictionary<int, DayOracle> Oracles = new()
    {
        [0] = new DayOracle(-Radius, Radius),
        [1900] = new DayOracle(1900 - Radius, 1900 + Radius),
    };

    [Fact]
    public void Most_generated_texts_are_valid_so_that_the_properties_are_not_vacuous() =>
        new ExpressionGenerator(1900).Expression.Sample(1000).Count(text => EdtfDate.TryParse(text, out _)).ShouldBeGreaterThan(500);

    [Theory]
    [InlineData(0)]
    [InlineData(1900)]
    public void The_days_of_an_expression_agree_with_the_oracle(int aroundYear)
    {
        var oracle = Oracles[aroundYear];
        Check(
            new ExpressionGenerator(aroundYear).Expression,
            text =>
            {
                if (!EdtfDate.TryParse(text, out var date))
                    return;
                var expected = oracle.Members(text);
                var days = date.Days;
                for (var i = 0; i < expected.Length; i += Random.Shared.Next(1, 40))
                    days.Contains(oracle.Calendar[i]).ShouldBe(expected[i], $"{text} on {oracle.Calendar[i]}");

                var runs = days.RangesWithin(oracle.Calendar[0], oracle.Calendar[^1]);
                runs.ShouldBe(Runs(oracle, expected), text);
                if (days.IsContiguous)
                    runs.Count().ShouldBeLessThanOrEqualTo(1, text);
            }
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1900)]
    public void The_nearest_days_and_the_bounds_agree_with_the_oracle(int aroundYear)
    {
        var oracle = Oracles[aroundYear];
        Check(
            new ExpressionGenerator(aroundYear).Expression,
            text =>
            {
                if (!EdtfDate.TryParse(text, out var date))
                    return;
                var expected = oracle.Members(text);
                var days = date.Days;
                for (var count = 0; count < 20; count++)
                {
                    var i = Random.Shared.Next(expected.Length);
                    var next = Array.IndexOf(expected, value: true, i);
                    var previous = Array.LastIndexOf(expected, value: true, i);
                    if (next >= 0)
                        days.NextAtOrAfter(oracle.Calendar[i]).ShouldBe(oracle.Calendar[next], text);
                    if (previous >= 0)
                        days.PreviousAtOrBefore(oracle.Calendar[i]).ShouldBe(oracle.Calendar[previous], text);
                }

                if (date.Earliest is { } earliest && earliest >= oracle.Calendar[0])
                    earliest.ShouldBe(oracle.Calendar[Array.IndexOf(expected, value: true)], text);
                else
                    days.Earliest.ShouldBe(date.Earliest, text);
                if (date.Latest is { } latest && latest <= oracle.Calendar[^1])
                    latest.ShouldBe(oracle.Calendar[Array.LastIndexOf(expected, value: true)], text);
                else
                    days.Latest.ShouldBe(date.Latest, text);
            }
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1900)]
    public void A_date_is_valid_if_and_only_if_it_has_a_day_that_exists(int aroundYear)
    {
        var oracle = Oracles[aroundYear];
        Check(
            new ExpressionGenerator(aroundYear).Date.Where(IsNear),
            text =>
            {
                var isRead = EdtfDate.TryParse(text, out _);
                var isNegativeZero = text.Contains("-0000", StringComparison.Ordinal);
                isRead.ShouldBe(!isNegativeZero && oracle.Members(text).Contains(true), text);
            }
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1900)]
    public void An_intersection_has_exactly_the_days_in_both_sets(int aroundYear)
    {
        var oracle = Oracles[aroundYear];
        var expression = new ExpressionGenerator(aroundYear).Expression;
        Check(
            expression.SelectMany(_ => expression, (left, right) => $"{left} {right}"),
            texts =>
            {
                var (left, right) = texts.Split(' ') is [var first, var second] ? (first, second) : default;
                if (!EdtfDate.TryParse(left, out var a) || !EdtfDate.TryParse(right, out var b))
                    return;
                bool[] expected = [.. oracle.Members(left).Zip(oracle.Members(right), (mine, theirs) => mine && theirs)];
                var both = a.Days.Intersect(b.Days);
                both.RangesWithin(oracle.Calendar[0], oracle.Calendar[^1]).ShouldBe(Runs(oracle, expected), texts);
                both.IsSubsetOf(a.Days).ShouldBeTrue(texts);
                both.IsSubsetOf(b.Days).ShouldBeTrue(texts);
            }
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1900)]
    [InlineData(-3000)]
    [InlineData(9990)]
    public void The_canonical_form_parses_to_an_equal_expression(int aroundYear) =>
        Check(
            Gen.OneOf(new ExpressionGenerator(aroundYear).Expression, ExpressionGenerator.RemoteYear),
            text =>
            {
                if (!EdtfDate.TryParse(text, out var date))
                    return;
                var written = date.ToString();
                EdtfDate.Parse(written).ShouldBe(date, text);
                EdtfDate.Parse(written).ToString().ShouldBe(written, text);
                EdtfDate.Parse(written).GetHashCode().ShouldBe(date.GetHashCode(), text);
                written.Length.ShouldBeLessThanOrEqualTo(text.Length, text);
                date.Level.ShouldBeInRange(0, 2);
                date.ToEnglish().ShouldNotBeNullOrWhiteSpace();
            }
        );

    [Fact]
    public void A_text_with_one_character_changed_never_throws_and_still_round_trips() =>
        Check(
            new ExpressionGenerator(1900).Expression.SelectMany(_ => Gen.Choose(0, int.MaxValue), (text, seed) => $"{text} {seed}"),
            pair =>
            {
                var (text, random) = (pair.Split(' ')[0], new Random(int.Parse(pair.Split(' ')[1])));
                const string Alphabet = "0123456789X-?~%/.[]{},TZ:+YES ";
                var at = random.Next(text.Length);
                var changed = random.Next(3) switch
                {
                    0 => text.Remove(at, 1),
                    1 => text.Insert(at, Alphabet[random.Next(Alphabet.Length)].ToString()),
                    _ => text.Remove(at, 1).Insert(at, Alphabet[random.Next(Alphabet.Length)].ToString()),
                };
                if (EdtfDate.TryParse(changed, out var date, out var error))
                    EdtfDate.Parse(date.ToString()).ShouldBe(date, changed);
                else
                    error.Position.ShouldBeInRange(0, changed.Length, changed);
            }
        );

    private static void Check(Gen<string> texts, Action<string> property) =>
        Prop.ForAll(texts.ToArbitrary(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    // If the first two digits of the year are unspecified, its days may be outside the window of the oracle.
    private static bool IsNear(string text) =>
        text.Replace("XXXX", string.Empty, StringComparison.Ordinal).TrimStart('-', '?', '~', '%') is var rest
        && !rest[..Math.Min(rest.Length, 2)].Contains('X', StringComparison.Ordinal);

    private static List<(Day First, Day Last)> Runs(DayOracle oracle, bool[] members)
    {
        var runs = new List<(Day, Day)>();
        for (var first = Array.IndexOf(members, value: true); first >= 0; )
        {
            var gap = Array.IndexOf(members, value: false, first);
            var last = gap < 0 ? members.Length - 1 : gap - 1;
            runs.Add((oracle.Calendar[first], oracle.Calendar[last]));
            first = gap < 0 ? -1 : Array.IndexOf(members, value: true, gap);
        }

        return runs;
    }
}
