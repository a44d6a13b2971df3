using System.Xml.Linq;
using ArtsakhLedger.Timeline;
using Edtf;

namespace ArtsakhLedger.Pages.Timeline;

/// <summary>Draws happenings as marks: a solid diamond for a day, an empty one on a thin line for a date of several days. Happenings at one place share a
/// mark.</summary>
/// <param name="scale">Where days are.</param>
/// <param name="ids">The prefix of the picture's element ids.</param>
internal sealed class MarkShapes(TimeScale scale, string ids)
{
    /// <summary>The height of a row of marks, in pixels.</summary>
    public const int Height = 14;

    private const int MaxNamed = 4;

    /// <summary>How many places there are for marks along the picture.</summary>
    private const int Places = 400;

    /// <summary>The marks of the dated happenings in view.</summary>
    public IEnumerable<XElement> Of(IEnumerable<Happening> happenings, int y)
    {
        var dated = happenings.Where(happening => happening.Earliest is not null || happening.Latest is not null).ToList();
        var spans = dated
            .Where(happening => !IsOfOneDay(happening))
            .Select(happening => (happening.Earliest, happening.Latest))
            .Distinct()
            .Select(days => scale.Span(days.Earliest, days.Latest + 1))
            .OfType<(double From, double Until)>()
            .DistinctBy(span => (PlaceOf(span.From), PlaceOf(span.Until)));
        var marks =
            from happening in dated
            where scale.Span(happening.Earliest, happening.Latest + 1) is not null
            let at = At(happening)
            group (happening, at) by (Place: PlaceOf(at), IsOfOneDay: IsOfOneDay(happening)) into same
            orderby same.Key.Place
            select MarkOf([.. same.Select(one => one.happening)], same.First().at, same.Key.IsOfOneDay, y);
        return spans.Select(span => SpanOf(span, y)).Concat(marks);
    }

    private static int PlaceOf(double at) => (int)(at / 100 * Places);

    private static bool IsOfOneDay(Happening happening) => happening.Earliest is not null && happening.Earliest == happening.Latest;

    // The middle of its possible days that are in view, or its only bound.
    private double At(Happening happening)
    {
        var first = Math.Max(happening.Earliest ?? happening.Latest!.Value, scale.First);
        return scale.Middle(Math.Min(first, scale.Last), Math.Max(Math.Min(happening.Latest ?? first, scale.Last), scale.First));
    }

    private static XElement SpanOf((double From, double Until) span, int y) =>
        Svg.Element(
            "line",
            [
                ("class", "possible span"),
                ("x1", TimeScale.Percent(span.From)),
                ("x2", TimeScale.Percent(span.Until)),
                ("y1", y + (Height / 2)),
                ("y2", y + (Height / 2)),
                ("stroke", Ink.Muted),
                ("stroke-dasharray", "1 3"),
            ]
        );

    private XElement MarkOf(IReadOnlyList<Happening> happenings, double at, bool ofOneDay, int y) =>
        Svg.Element(
            "use",
            [
                ("class", ofOneDay ? "mark certain" : "mark possible"),
                ("data-from", RunsInWords.IsoOrNull(happenings[0].Earliest)),
                ("data-until", RunsInWords.IsoOrNull(happenings[0].Latest + 1)),
                ("href", $"#{ids}-mark"),
                ("x", TimeScale.Percent(at)),
                ("y", y + (Height / 2)),
                ("fill", ofOneDay ? Ink.Held : Ink.Paper),
                ("stroke", Ink.Held),
            ],
            Svg.Title(
                string.Join("; ", happenings.Take(MaxNamed).Select(InWords))
                    + (happenings.Count > MaxNamed ? $"; and {happenings.Count - MaxNamed} more" : "")
            )
        );

    private static string InWords(Happening happening) =>
        $"{(happening.Date is { } date ? $"{EdtfDate.Parse(date).InWords()}: " : "")}{PictureText.Isolated(happening.Statement)}";
}
