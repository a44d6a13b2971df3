using System.Xml.Linq;
using ArtsakhLedger.RulesOfTime;

namespace ArtsakhLedger.Pages.Timeline;

/// <summary>Draws runs of days: solid where something certainly held, hatched with a dashed edge where it possibly did, and fading out where it has no bound.</summary>
/// <param name="scale">Where days are.</param>
/// <param name="ids">The prefix of the picture's element ids.</param>
internal sealed class BarShapes(TimeScale scale, string ids)
{
    /// <summary>The height of a bar, in pixels.</summary>
    public const int Height = 10;

    /// <summary>The days on which an episode held, as bars.</summary>
    public IEnumerable<XElement> Bars(IEnumerable<DayRun<Certainty>> runs, int y) =>
        from run in runs
        let span = scale.Span(run.From, run.Until)
        where span is not null
        let isCertain = run.Value == Certainty.Certain
        select Svg.Element(
            "rect",
            [
                ("class", isCertain ? "certain" : "possible"),
                ("data-from", RunsInWords.IsoOrNull(run.From)),
                ("data-until", RunsInWords.IsoOrNull(run.Until)),
                ("x", TimeScale.Percent(span.Value.From)),
                ("width", TimeScale.Percent(span.Value.Until - span.Value.From)),
                ("y", y),
                ("height", Height),
                ("fill", isCertain ? Ink.Held : $"url(#{ids}-hatch)"),
                ("stroke", Ink.Held),
                ("stroke-dasharray", isCertain ? null : "3 2"),
                ("mask", FadingOf(run)),
            ]
        );

    /// <summary>The days on which it held according to one reading, as a thin line: solid where certain, dashed where possible.</summary>
    public IEnumerable<XElement> Lines(IEnumerable<DayRun<Certainty>> runs, int y) =>
        from run in runs
        let span = scale.Span(run.From, run.Until)
        where span is not null
        let isCertain = run.Value == Certainty.Certain
        select Svg.Element(
            "line",
            [
                ("class", isCertain ? "certain reading" : "possible reading"),
                ("data-from", RunsInWords.IsoOrNull(run.From)),
                ("data-until", RunsInWords.IsoOrNull(run.Until)),
                ("x1", TimeScale.Percent(span.Value.From)),
                ("x2", TimeScale.Percent(span.Value.Until)),
                ("y1", y),
                ("y2", y),
                ("stroke", Ink.Held),
                ("stroke-width", "1.5"),
                ("stroke-dasharray", isCertain ? null : "2 3"),
            ]
        );

    private string? FadingOf(DayRun<Certainty> run) =>
        (run.From, run.Until) switch
        {
            (null, null) => $"url(#{ids}-fade-both)",
            (null, _) => $"url(#{ids}-fade-left)",
            (_, null) => $"url(#{ids}-fade-right)",
            _ => null,
        };
}
