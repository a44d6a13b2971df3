using FsCheck;
using FsCheck.Fluent;

namespace Edtf.Tests.Generated;

/// <summary>Generates grammatical expressions around a given year, some of which have days that do not exist.</summary>
internal sealed class ExpressionGenerator(int aroundYear)
{
    private static readonly Gen<string> Qualifier = Frequently((6, ""), (1, "?"), (1, "~"), (1, "%"));

    internal Gen<string> Expression => Gen.Frequency((4, Gen.OneOf(Date, Season)), (1, DateTime), (2, Interval), (2, Set));

    internal Gen<string> Date =>
        Dates(
            Masked(
                Gen.Frequency((12, Gen.Constant(0b0000)), (4, Gen.Constant(0b0001)), (2, Gen.Constant(0b0011)), (3, Gen.Choose(0, 0b1111)))
            )
        );

    /// <summary>A date whose bounds are within the window of the oracle, or missing.</summary>
    internal Gen<string> BoundingDate => Dates(Masked(Gen.Elements(0b0000, 0b0000, 0b0000, 0b0001, 0b0011, 0b1111)));

    internal Gen<string> Season => Joined("-", Plain(PlainYear), Gen.Choose(21, 41).Select(number => $"{number}"));

    /// <summary>Years of more than four digits.</summary>
    internal static Gen<string> RemoteYear =>
        Gen.OneOf(
            Gen.Choose(10_000, int.MaxValue).Select(year => $"Y{year}"),
            Gen.Choose(10_000, int.MaxValue).Select(year => $"Y-{year}"),
            Gen.Choose(1, 9).SelectMany(_ => Gen.Choose(4, 15), (digit, exponent) => $"Y-{digit}E{exponent}"),
            Gen.Choose(10_000, 999_999).SelectMany(_ => Gen.Choose(1, 6), (year, digits) => $"Y{year}S{digits}")
        );

    internal Gen<string> Set =>
        Gen.Elements(("[", "]"), ("{", "}"))
            .SelectMany(_ => Gen.Choose(1, 4).SelectMany(SetMembers), (brackets, members) => brackets.Item1 + members + brackets.Item2);

    internal Gen<string> Interval =>
        Gen.OneOf(
            Joined("/", BoundingDate, BoundingDate),
            Joined("/", Gen.OneOf(BoundingDate, Season), Gen.Elements("..", "")),
            Joined("/", Gen.Elements("..", ""), Gen.OneOf(BoundingDate, Season)),
            Joined("/", Gen.Elements("..", ""), Gen.Elements("..", ""))
        );

    private Gen<string> SignificantYear => PlainYear.SelectMany(_ => Gen.Choose(1, 5), (year, digits) => $"{year}S{digits}");

    private Gen<string> DateTime =>
        Joined(
            "T",
            Joined("-", PlainYear, Joined("-", Numbers(1, 12), Numbers(1, 31))),
            Joined(":", Numbers(0, 23), Joined(":", Numbers(0, 59), Numbers(0, 59)))
                .SelectMany(_ => Gen.Elements("", "Z", "+04", "-04:30", "+13:45"), (time, offset) => time + offset)
        );

    private Gen<string> PlainYear =>
        Gen.Choose(aroundYear - 6, aroundYear + 6).Select(year => year < 0 ? $"-{-year:0000}" : $"{year:0000}");

    private Gen<string> Dates(Gen<string> year) =>
        Gen.Frequency(
            (1, Plain(year)),
            (1, SignificantYear),
            (3, Joined("-", Plain(year), Plain(Month))),
            (6, Joined("-", Plain(year), Joined("-", Plain(Month), Plain(DayOfMonth))))
        );

    // Each bit makes a digit of the year unspecified, the lowest bit the last digit.
    private Gen<string> Masked(Gen<int> places) =>
        PlainYear.SelectMany(
            _ => places,
            (year, unspecified) =>
                string.Concat(
                    year.Select((digit, index) => digit != '-' && (unspecified & (1 << (year.Length - 1 - index))) != 0 ? 'X' : digit)
                )
        );

    private static Gen<string> Month => Gen.OneOf(Numbers(1, 12), Gen.Elements("XX", "0X", "1X", "X0", "X1", "X2", "X9"));

    private static Gen<string> DayOfMonth =>
        Gen.OneOf(Numbers(1, 31), Gen.Elements("28", "29", "30", "31", "XX", "0X", "1X", "2X", "3X", "X0", "X1", "X9"));

    private Gen<string> SetMembers(int count) =>
        Gen.OneOf(BoundingDate, BoundingDate, Season, Joined("..", BoundingDate, BoundingDate))
            .ArrayOf(count)
            .SelectMany(
                _ => Gen.Elements(("", ""), ("", ""), ("..", ""), ("", "..")),
                (members, dots) =>
                    dots switch
                    {
                        // A range cannot be open as well.
                        ("..", _) when !members[0].Contains("..", StringComparison.Ordinal) => ".." + string.Join(',', members),
                        (_, "..") when !members[^1].Contains("..", StringComparison.Ordinal) => string.Join(',', members) + "..",
                        _ => string.Join(',', members),
                    }
            );

    private static Gen<string> Plain(Gen<string> part) =>
        Qualifier.SelectMany(_ => part.SelectMany(_ => Qualifier, (text, behind) => text + behind), (before, rest) => before + rest);

    private static Gen<string> Joined(string separator, Gen<string> left, Gen<string> right) =>
        left.SelectMany(_ => right, (first, second) => first + separator + second);

    private static Gen<string> Numbers(int lowest, int highest) => Gen.Choose(lowest, highest).Select(number => $"{number:00}");

    private static Gen<string> Frequently(params (int Weight, string Text)[] texts) =>
        Gen.Frequency(texts.Select(text => (text.Weight, Gen.Constant(text.Text))));
}
