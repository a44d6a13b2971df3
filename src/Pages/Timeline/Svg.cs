using System.Xml.Linq;

namespace ArtsakhLedger.Pages.Timeline;

/// <summary>Creates SVG elements.</summary>
internal static class Svg
{
    public static readonly XNamespace Namespace = "http://www.w3.org/2000/svg";

    /// <summary>An element with attributes and content.</summary>
    public static XElement Element(string name, (string Name, object? Value)[] attributes, params object?[] content) =>
        new(
            Namespace + name,
            attributes
                .Where(attribute => attribute.Value is not null)
                .Select(attribute => new XAttribute(attribute.Name, attribute.Value!)),
            content
        );

    /// <summary>The tooltip of the element around it.</summary>
    public static XElement Title(string text) => Element("title", [], text);
}
