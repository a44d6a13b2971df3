namespace Edtf.Tests.Specification;

internal static class Read
{
    /// <summary>Parses an example, which must have the given level and round-trip.</summary>
    internal static EdtfDate Level(int level, string text)
    {
        var date = EdtfDate.Parse(text);
        date.Level.ShouldBe(level);
        EdtfDate.Parse(date.ToString()).ShouldBe(date);
        return date;
    }

    internal static Day? DayOrNull(string? text) => text is null ? null : Day.Parse(text);
}
