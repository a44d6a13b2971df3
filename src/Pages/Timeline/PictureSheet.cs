using System.Xml.Linq;

namespace ArtsakhLedger.Pages.Timeline;

/// <summary>Draws a picture row by row from top to bottom. Labels stand above what they label, so that it fits the width of a phone.</summary>
/// <param name="ids">The prefix of the picture's element ids.</param>
/// <param name="scale">Where days are.</param>
internal sealed class PictureSheet(string ids, TimeScale scale)
{
    private const int LineHeight = 17;
    private const int MaxLineLength = 46;
    private const int MostLines = 3;

    private readonly List<XElement> drawn = [];

    /// <summary>The height drawn so far, in pixels.</summary>
    public int Height { get; private set; } = 6;

    public BarShapes Bars { get; } = new(scale, ids);

    public MarkShapes Marks { get; } = new(scale, ids);

    /// <summary>Draws a row: its label, then its shapes.</summary>
    /// <param name="attributes">The attributes of the row's group.</param>
    /// <param name="title">Its tooltip.</param>
    /// <param name="label">Its label.</param>
    /// <param name="height">The height of what is drawn under the label.</param>
    /// <param name="shapes">Draws the shapes from the given height down.</param>
    public void Row(
        (string Name, object? Value)[] attributes,
        string title,
        string label,
        int height,
        Func<int, IEnumerable<XElement>> shapes
    )
    {
        var lines = Lines(label, "label", Ink.Text).ToList();
        drawn.Add(Svg.Element("g", attributes, Svg.Title(title), lines, shapes(Height + 4)));
        Height += 4 + height + 8;
    }

    /// <summary>Draws the heading of the rows of a kind, with the axis.</summary>
    public void Heading(string text, IReadOnlyList<Tick> ticks)
    {
        Height += 10;
        drawn.AddRange(Lines(text, "heading", Ink.Text, bold: true));
        Axis(ticks);
    }

    /// <summary>Draws the labels of the axis, except one that would not fit at the edge.</summary>
    public void Axis(IReadOnlyList<Tick> ticks)
    {
        Height += ticks.Count == 0 ? 0 : LineHeight;
        drawn.AddRange(
            from tick in ticks
            let place = scale.At(tick.Day)
            where place + TimeAxis.RoomOf(tick.Label) <= 100
            select Svg.Element(
                "text",
                [("class", "axis"), ("x", TimeScale.Percent(place)), ("dx", 3), ("y", Height - 5), ("font-size", 12), ("fill", Ink.Muted)],
                tick.Label
            )
        );
    }

    /// <summary>Draws a note.</summary>
    public void Note(string text) => drawn.AddRange(Lines(text, "note", Ink.Muted));

    /// <summary>Draws an example for the legend, with its meaning beside it.</summary>
    public void Example(IEnumerable<XElement> shapes, string meaning)
    {
        var example = Svg.Element("svg", [("x", 4), ("y", Height + 3), ("width", 40), ("height", 14)], shapes);
        example
            .Descendants()
            .Attributes()
            .Where(attribute => attribute.Name.LocalName.StartsWith("data-", StringComparison.Ordinal))
            .Remove();
        example.Descendants(Svg.Namespace + "title").Remove();
        drawn.Add(example);
        Height += LineHeight;
        drawn.Add(Line(meaning, 52, "note", Ink.Muted, bold: false));
    }

    /// <summary>The picture of all that is drawn.</summary>
    /// <param name="title">What it is.</param>
    /// <param name="description">What it shows, for screen readers.</param>
    /// <param name="ticks">Where to draw vertical lines.</param>
    /// <param name="end">The height of these lines, in pixels.</param>
    /// <param name="width">Its width in pixels; null for all the width of a page.</param>
    /// <param name="over">What is drawn over all rows.</param>
    public XElement Picture(string title, string description, IEnumerable<Tick> ticks, int end, int? width, XElement? over = null) =>
        Svg.Element(
            "svg",
            [
                ("class", "timeline-picture"),
                ("role", "img"),
                ("aria-labelledby", $"{ids}-title {ids}-desc"),
                ("width", width is { } pixels ? pixels : "100%"),
                ("height", Height + 6),
                ("viewBox", width is null ? null : $"0 0 {width} {Height + 6}"),
                ("font-family", Ink.Font),
                ("font-size", 13),
            ],
            Svg.Element("title", [("id", $"{ids}-title")], title),
            Svg.Element("desc", [("id", $"{ids}-desc")], description),
            PictureDefinitions.Of(ids),
            Svg.Element("rect", [("class", "paper"), ("width", "100%"), ("height", "100%"), ("fill", Ink.Paper)]),
            ticks
                .Select(tick => TimeScale.Percent(scale.At(tick.Day)))
                .Select(place =>
                    Svg.Element("line", [("class", "grid"), ("x1", place), ("x2", place), ("y1", 6), ("y2", end), ("stroke", Ink.Grid)])
                ),
            drawn,
            over
        );

    private IEnumerable<XElement> Lines(string text, string name, string fill, bool bold = false)
    {
        foreach (var line in PictureText.Lines(text, MaxLineLength, MostLines))
        {
            Height += LineHeight;
            yield return Line(line, 4, name, fill, bold);
        }
    }

    private XElement Line(string text, int x, string name, string fill, bool bold) =>
        Svg.Element(
            "text",
            [
                ("class", name),
                ("x", x),
                ("y", Height - 4),
                ("fill", fill),
                ("font-weight", bold ? "bold" : null),
                ("paint-order", "stroke"),
                ("stroke", Ink.Paper),
                ("stroke-width", 3),
            ],
            text
        );
}
