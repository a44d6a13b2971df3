using System.Globalization;
using System.Xml.Linq;
using ArtsakhLedger.Entities;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.Timeline;

namespace ArtsakhLedger.Pages.Timeline;

/// <summary>Draws a timeline as SVG. Horizontal positions are percentages and text is in pixels, so that in a page the picture takes any width.</summary>
public static class TimelinePicture
{
    /// <summary>The width of a picture outside a page, in pixels.</summary>
    private const int Width = 960;

    private const int MaxReadings = 8;

    /// <summary>The picture as part of a page.</summary>
    /// <param name="answer">What to draw.</param>
    /// <param name="entities">The entities as known, among them posts that are kinds of their own.</param>
    /// <param name="ids">The prefix of its element ids, unique in the page.</param>
    public static string InPage(TimelineChartAnswer answer, EntityRegister entities, string ids = "line") =>
        Draw(answer, entities, ids, null).ToString(SaveOptions.DisableFormatting);

    /// <summary>The picture as a document.</summary>
    /// <param name="answer">What to draw.</param>
    /// <param name="entities">The entities as known, among them posts that are kinds of their own.</param>
    public static byte[] Alone(TimelineChartAnswer answer, EntityRegister entities)
    {
        using var bytes = new MemoryStream();
        new XDocument(Draw(answer, entities, "line", Width)).Save(bytes, SaveOptions.DisableFormatting);
        return bytes.ToArray();
    }

    private static XElement Draw(TimelineChartAnswer answer, EntityRegister entities, string ids, int? width)
    {
        var scale = new TimeScale(answer.FirstDay, answer.LastDay);
        var ticks = TimeAxis.Of(scale);
        var sheet = new PictureSheet(ids, scale);
        sheet.Axis(ticks);
        Draw(answer.Life, sheet);
        foreach (var kind in answer.Rows.Chunked(row => row.Kind))
        {
            sheet.Heading(RowNames.Of(kind[0].Kind, entities), ticks);
            foreach (var row in kind)
            {
                Draw(row, sheet);
            }
        }

        var end = sheet.Height;
        DrawLegend(answer, sheet, ids);
        return sheet.Picture(
            $"Timeline of {PictureText.Isolated(answer.Polity.InText)}",
            Description(answer),
            ticks,
            end,
            width,
            DateAsked(answer, scale, end)
        );
    }

    private static void Draw(ChartRow row, PictureSheet sheet)
    {
        switch (row)
        {
            case EpisodeRow episode:
                var readings = episode.Readings.Take(MaxReadings).ToList();
                sheet.Row(
                    [("data-episode", episode.Episode)],
                    $"{PictureText.Isolated(episode.Statement)}: {RunsInWords.Of(episode.Held)}",
                    episode.Statement,
                    BarShapes.Height + (readings.Count == 0 ? 0 : 2 + (5 * readings.Count)),
                    y =>
                        sheet
                            .Bars.Bars(episode.Held, y)
                            .Concat(readings.SelectMany((reading, i) => sheet.Bars.Lines(reading.Held, y + BarShapes.Height + 5 + (5 * i))))
                );
                break;
            case HappeningsRow happenings:
                var undated = happenings.Happenings.Count(happening => happening is { Earliest: null, Latest: null });
                var label = $"{happenings.Happenings.Count}{(undated == 0 ? "" : $", {undated} of them undated and not drawn")}";
                sheet.Row(
                    [("data-type", happenings.Kind)],
                    $"{RowNames.Of(happenings.Kind)}: {label}",
                    label,
                    MarkShapes.Height,
                    y => sheet.Marks.Of(happenings.Happenings, y)
                );
                break;
        }
    }

    private static XElement? DateAsked(TimelineChartAnswer answer, TimeScale scale, int end)
    {
        if (answer.On is not { } on || scale.Span(on.First.DayNumber, on.Last.DayNumber + 1) is not { } span)
        {
            return null;
        }

        var title = Svg.Title($"The date asked: {on.Text}");
        (string, object?)[] line =
        [
            ("class", "asked"),
            ("stroke", Ink.Asked),
            ("stroke-width", 1.5),
            ("stroke-dasharray", "6 3"),
            ("data-on", on.Text),
        ];
        if (on.IsDay)
        {
            var middle = TimeScale.Percent(scale.Middle(on.First.DayNumber, on.First.DayNumber));
            return Svg.Element("line", [.. line, ("x1", middle), ("x2", middle), ("y1", 0), ("y2", end)], title);
        }

        return Svg.Element(
            "rect",
            [
                .. line,
                ("x", TimeScale.Percent(span.From)),
                ("width", TimeScale.Percent(span.Until - span.From)),
                ("y", 1),
                ("height", end - 1),
                ("fill", "none"),
            ],
            title
        );
    }

    private static void DrawLegend(TimelineChartAnswer answer, PictureSheet sheet, string ids)
    {
        var scale = new TimeScale(0, 99);
        var (bars, marks) = (new BarShapes(scale, ids), new MarkShapes(scale, ids));
        sheet.Heading("How to read it", []);
        sheet.Example(bars.Bars([new(Certainty.Certain, 0, 100)], 2), "full: it certainly held");
        sheet.Example(bars.Bars([new(Certainty.Possible, 0, 100)], 2), "hatched: it possibly held");
        sheet.Example(bars.Bars([new(Certainty.Possible, null, 100)], 2), "fading: no source sets a bound there");
        if (answer.Rows.Append(answer.Life).OfType<EpisodeRow>().Any(row => row.Readings.Count > 0))
        {
            sheet.Example(
                bars.Lines([new(Certainty.Certain, 0, 60), new(Certainty.Possible, 60, 100)], 6),
                "thin: one of several readings"
            );
        }

        if (answer.Rows.OfType<HappeningsRow>().Any())
        {
            sheet.Example(marks.Of([new("", "", null, 20, 20)], 0), "full: it happened on that day");
            sheet.Example(marks.Of([new("", "", null, 40, 95)], 0), "empty: on some day along the line");
        }

        if (answer.On is { } on)
        {
            sheet.Note($"dashed line: {on.Text}, the date asked");
        }
    }

    private static string Description(TimelineChartAnswer answer)
    {
        var (first, last) = (answer.FirstRow, answer.FirstRow + answer.Rows.Count - 1);
        var rows =
            answer.Rows.Count == 0
                ? "No row matches."
                : string.Create(CultureInfo.InvariantCulture, $"Rows {first} to {last} of {answer.AllRows}.");
        return $"{RunsInWords.OfDay(answer.FirstDay)} to {RunsInWords.OfDay(answer.LastDay)}. {rows} As known at position {answer.KnownAt.Position}. "
            + "A full bar: it certainly held on these days. A hatched one: it possibly did. The list of the same rows says in words what the picture shows.";
    }

    // Neighbours with the same key together.
    private static List<List<ChartRow>> Chunked(this IReadOnlyList<ChartRow> rows, Func<ChartRow, string> key)
    {
        var chunks = new List<List<ChartRow>>();
        foreach (var row in rows)
        {
            if (chunks.Count > 0 && key(chunks[^1][0]) == key(row))
            {
                chunks[^1].Add(row);
            }
            else
            {
                chunks.Add([row]);
            }
        }

        return chunks;
    }
}
