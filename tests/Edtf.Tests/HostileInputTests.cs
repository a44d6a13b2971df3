namespace Edtf.Tests;

/// <summary>Input meant to exhaust time or memory.</summary>
public class HostileInputTests
{
    public static TheoryData<string, int> Rejected =>
        new()
        {
            { new string('9', EdtfDate.MaxLength), 4 },
            { "Y" + new string('9', EdtfDate.MaxLength - 1), 17 },
            { "Y1E" + new string('9', EdtfDate.MaxLength - 3), 5 },
            { "1950S" + new string('9', EdtfDate.MaxLength - 5), 7 },
            { new string('-', EdtfDate.MaxLength), 1 },
            { new string('?', EdtfDate.MaxLength), 1 },
            { new string('.', EdtfDate.MaxLength), 2 },
            { new string('/', EdtfDate.MaxLength), 1 },
            { new string('[', EdtfDate.MaxLength), 1 },
            { new string('{', EdtfDate.MaxLength), 1 },
            { "1984-05-" + new string('X', EdtfDate.MaxLength - 8), 10 },
            { "1985-04-12T" + new string('0', EdtfDate.MaxLength - 11), 13 },
            { new string('1', 50_000_000), EdtfDate.MaxLength },
            { "[" + new string('[', 50_000_000), EdtfDate.MaxLength },
        };

    [Theory]
    [MemberData(nameof(Rejected), DisableDiscoveryEnumeration = true)]
    public void A_long_text_is_rejected_at_its_first_error_with_hardly_any_allocation(string text, int position)
    {
        _ = EdtfDate.TryParse(text, out _);
        var before = GC.GetAllocatedBytesForCurrentThread();
        EdtfDate.TryParse(text, out _, out var error).ShouldBeFalse();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1024);

        error.Position.ShouldBe(position);
    }

    [Fact]
    public void Long_UTF_8_is_rejected_without_copying_all_of_it()
    {
        var text = new byte[50_000_000];
        text.AsSpan().Fill((byte)'1');
        var before = GC.GetAllocatedBytesForCurrentThread();
        EdtfDate.TryParse(text, out _, out var error).ShouldBeFalse();

        error.Position.ShouldBe(EdtfDate.MaxLength);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(3 * EdtfDate.MaxLength);
    }

    [Theory]
    [InlineData("1984", "1984", "1984", false)]
    [InlineData("XXXX-XX-X1", null, null, true)]
    [InlineData("X0X0-02-29", "0000", "9080", true)]
    [InlineData("1XXX-XX-XX", "1000", "1999", false)]
    public void The_largest_sets_are_handled_in_full(string member, string? firstYear, string? lastYear, bool hasGaps)
    {
        var count = (EdtfDate.MaxLength - 1) / (member.Length + 1);
        var set = EdtfDate.Parse($"[{string.Join(',', Enumerable.Repeat(member, count))}]");

        set.Members.Count.ShouldBe(count);
        set.Earliest?.ToString()[..4].ShouldBe(firstYear);
        set.Latest?.ToString()[..4].ShouldBe(lastYear);
        set.Days.IsContiguous.ShouldBe(!hasGaps);
        EdtfDate.Parse(set.ToString()).ShouldBe(set);
        set.Overlaps(set).ShouldBe(Likelihood.Possible);
        set.IsWithin(set).ShouldBe(Likelihood.Certain);
        set.ToEnglish().Length.ShouldBeLessThan(50 * count);
    }

    [Fact]
    public void Sets_of_many_different_masks_intersect_in_reasonable_time()
    {
        const int Count = 50;
        var days = EdtfDate
            .Parse($"[{string.Join(',', Enumerable.Range(0, Count).Select(n => $"{n % 10}XX{n / 10 % 10}-XX-X{n % 9}"))}]")
            .Days;
        var months = EdtfDate
            .Parse($"[{string.Join(',', Enumerable.Range(0, Count).Select(n => $"X{n % 10}{n / 10 % 10}X-X{(n % 9) + 1}-XX"))}]")
            .Days;

        var both = days.Intersect(months);

        both.IsSubsetOf(days).ShouldBeTrue();
        both.IsSubsetOf(months).ShouldBeTrue();
        both.RangesWithin(new Day(0, 1, 1), new Day(200, 1, 1)).ShouldAllBe(run => days.Contains(run.First) && months.Contains(run.Last));
    }

    [Theory]
    [InlineData("Y9E15", 9_000_000_000_000_000)]
    [InlineData("Y-9999999999999999", -9_999_999_999_999_999)]
    [InlineData("Y9999999999999999S1", 9_000_000_000_000_000)]
    public void The_largest_years_have_bounds_that_do_not_overflow(string text, long earliestYear)
    {
        var date = EdtfDate.Parse(text);

        date.Earliest!.Value.Year.ShouldBe(earliestYear);
        date.Latest!.Value.ShouldBeGreaterThanOrEqualTo(date.Earliest.Value);
        date.IsBefore(date).ShouldBe(Likelihood.Possible);
        EdtfDate.Parse($"{text}/..").Days.NextAtOrAfter(Day.MinValue).ShouldBe(date.Earliest);
    }
}
