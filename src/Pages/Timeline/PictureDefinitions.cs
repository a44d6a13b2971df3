using System.Xml.Linq;

namespace ArtsakhLedger.Pages.Timeline;

/// <summary>The definitions that the shapes of a picture refer to: hatching, fading and the mark.</summary>
internal static class PictureDefinitions
{
    public static XElement Of(string ids) =>
        Svg.Element(
            "defs",
            [],
            Svg.Element(
                "pattern",
                [
                    ("id", $"{ids}-hatch"),
                    ("width", 6),
                    ("height", 6),
                    ("patternUnits", "userSpaceOnUse"),
                    ("patternTransform", "rotate(45)"),
                ],
                Svg.Element("rect", [("class", "ground"), ("width", 6), ("height", 6), ("fill", Ink.Paper)]),
                Svg.Element(
                    "line",
                    [("class", "hatch"), ("x1", 1), ("x2", 1), ("y1", 0), ("y2", 6), ("stroke", Ink.Held), ("stroke-width", 2)]
                )
            ),
            Fading(ids, "left", (0, 0), (0.5, 1)),
            Fading(ids, "right", (0.5, 1), (1, 0)),
            Fading(ids, "both", (0, 0), (0.3, 1), (0.7, 1), (1, 0)),
            Svg.Element("path", [("id", $"{ids}-mark"), ("d", "M0-5 5 0 0 5-5 0Z")])
        );

    private static object[] Fading(string ids, string side, params (double Offset, int Opacity)[] stops) =>
        [
            Svg.Element(
                "linearGradient",
                [("id", $"{ids}-shade-{side}")],
                [
                    .. stops.Select(stop =>
                        Svg.Element("stop", [("offset", stop.Offset), ("stop-color", "#ffffff"), ("stop-opacity", stop.Opacity)])
                    ),
                ]
            ),
            Svg.Element(
                "mask",
                [("id", $"{ids}-fade-{side}"), ("maskContentUnits", "objectBoundingBox")],
                Svg.Element("rect", [("width", 1), ("height", 1), ("fill", $"url(#{ids}-shade-{side})")])
            ),
        ];
}
