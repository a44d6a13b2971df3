using System.Globalization;
using System.Xml.Linq;

namespace ArtsakhLedger.Tests.Pages.TimelinePictures;

/// <summary>A row of a picture as somebody sees it who reads the SVG.</summary>
internal sealed record DrawnRow(XElement Group)
{
    private static readonly XNamespace Space = "http://www.w3.org/2000/svg";

    public string Episode => Group.Attribute("data-episode")!.Value;

    /// <summary>Its bars: "certain 1993-12-31 1997-01-01", the last day exclusive; nothing stands for what is unbounded.</summary>
    public IEnumerable<string> Bars =>
        Shapes("rect")
            .Select(bar => $"{bar.Attribute("class")!.Value} {bar.Attribute("data-from")?.Value} {bar.Attribute("data-until")?.Value}");

    /// <summary>The lines of its readings, in the same words.</summary>
    public IEnumerable<string> Lines =>
        Shapes("line")
            .Select(bar => $"{bar.Attribute("class")!.Value} {bar.Attribute("data-from")?.Value} {bar.Attribute("data-until")?.Value}");

    /// <summary>The rows of episodes.</summary>
    public static IReadOnlyList<DrawnRow> In(XElement picture) =>
        [
            .. picture
                .Descendants(Space + "g")
                .Where(group => group.Attribute("data-episode") is not null)
                .Select(group => new DrawnRow(group)),
        ];

    /// <summary>Where the labels of the axis above the first row say that days begin, in percent.</summary>
    public static IReadOnlyDictionary<string, double> AxisOf(XElement picture) =>
        picture
            .Elements(Space + "text")
            .Where(text => text.Attribute("class")!.Value == "axis")
            .DistinctBy(text => text.Value)
            .ToDictionary(text => text.Value, text => Percent(text.Attribute("x")!));

    /// <summary>The class of the only bar that covers a place; null where none does.</summary>
    public string? BarAt(double place) =>
        Shapes("rect")
            .SingleOrDefault(bar =>
                Percent(bar.Attribute("x")!) <= place && place < Percent(bar.Attribute("x")!) + Percent(bar.Attribute("width")!)
            )
            ?.Attribute("class")!
            .Value;

    public IEnumerable<XElement> Shapes(string name) => Group.Elements(Space + name);

    private static double Percent(XAttribute attribute) => double.Parse(attribute.Value.TrimEnd('%'), CultureInfo.InvariantCulture);
}
