using BenchmarkDotNet.Attributes;
using Edtf;

namespace Benchmarks.Edtf;

/// <summary>Reading texts of every form, and refusing hostile ones.</summary>
public class EdtfReading
{
    private static readonly string LongSet = $"[{string.Join(',', Enumerable.Repeat("1984", (EdtfDate.MaxLength - 2) / 5))}";
    private static readonly string LongMasks = $"[{string.Join(',', Enumerable.Repeat("X0X0-02-29", (EdtfDate.MaxLength - 2) / 11))}";
    private static readonly string Digits = new('9', EdtfDate.MaxLength);
    private static readonly string FiftyMillion = new('[', 50_000_000);

    private static IReadOnlyList<string> Texts => EdtfCorpus.Texts;

    [Benchmark]
    public bool Day() => EdtfDate.TryParse("2004-06-11", out _);

    [Benchmark]
    public bool Month() => EdtfDate.TryParse("2004-06", out _);

    [Benchmark]
    public bool Year() => EdtfDate.TryParse("2004", out _);

    [Benchmark]
    public bool DateAndTime() => EdtfDate.TryParse("1985-04-12T23:20:30+04:30", out _);

    [Benchmark]
    public bool Decade() => EdtfDate.TryParse("199X", out _);

    [Benchmark]
    public bool MaskedYear() => EdtfDate.TryParse("15XX-12-25", out _);

    [Benchmark]
    public bool Interval() => EdtfDate.TryParse("2004-06-01/2006-08", out _);

    [Benchmark]
    public bool Set() => EdtfDate.TryParse("[1667,1668,1670..1672]", out _);

    [Benchmark]
    public bool DayWithBounds() => EdtfDate.TryParse("2004-06-11", out var date) && date.Earliest <= date.Latest;

    [Benchmark]
    public int Corpus()
    {
        var read = 0;
        foreach (var text in Texts)
            read += EdtfDate.TryParse(text, out _) ? 1 : 0;
        return read;
    }

    [Benchmark]
    public bool RefusedDigits() => EdtfDate.TryParse(Digits, out _);

    [Benchmark]
    public bool RefusedFiftyMillionBrackets() => EdtfDate.TryParse(FiftyMillion, out _);

    [Benchmark]
    public bool RefusedAtTheEndOfALongSet() => EdtfDate.TryParse(LongSet, out _);

    [Benchmark]
    public bool RefusedAtTheEndOfLongMasks() => EdtfDate.TryParse(LongMasks, out _);

    [Benchmark]
    public bool RefusedMaskWithoutADay() => EdtfDate.TryParse("X1X1-02-29", out _);
}
