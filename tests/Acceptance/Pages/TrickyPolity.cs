using ArtsakhLedger.Tests.Running;

namespace ArtsakhLedger.Tests.Pages;

/// <summary>A polity whose names, notes and quotes try to become markup, scripts, and text that runs the other way.</summary>
public static class TrickyPolity
{
    public const string Id = "tricky-land";

    /// <summary>Its name.</summary>
    public const string Name = "<script>alert('name')</script><b>Tricky</b> \u202EdnaL & \"Sons\"";

    /// <summary>The words that a source has.</summary>
    public const string Quote = "</mark><img src=x onerror=alert('quote')> \u2067proclaimed\u2069 ";

    public static void WriteTo(TemporaryEvents events)
    {
        events.Write(
            Id,
            "0001-tricks",
            "entities.yaml",
            $$"""
            entities:
              - id: tricky-land
                kind: polity
                names:
                  - { text: "{{Escaped(Name)}}", language: en }
                  - { text: "{{Escaped("=HYPERLINK(\"http://example.org\")")}}", language: en }
                reason: a test
              - id: tricky-minister
                kind: person
                names:
                  - { text: "{{Escaped("\" onmouseover=\"alert('person')\u202E{{x}} ${x} <svg onload=alert(1)>")}}", language: en }
                reason: a test
            """
        );
        events.Write(
            Id,
            "0001-tricks",
            "sources.yaml",
            $$"""
            sources:
              - id: tricky-source
                csl:
                  type: webpage
                  title: "{{Escaped("<iframe src='https://example.org'></iframe>\u202Eeltit")}}"
                  URL: "javascript:alert('url')"
                excerptOnly: true
                reason: a test
            """
        );
        events.Write(
            Id,
            "0001-tricks",
            "state.yaml",
            $$"""
            facts:
              - id: tricky-land-proclaimed
                type: state-proclaimed
                date: "1990"
                note: "{{Escaped("<style>body{display:none}</style><script>alert('note')</script>")}}"
                citations:
                  - source: tricky-source
                    quote: "{{Escaped(Quote.Trim())}}"
              - id: tricky-minister-appointed
                type: minister-appointed
                date: "1991/1995"
                person: tricky-minister
                post: foreign-minister
                citations:
                  - source: tricky-source
                    quote: "{{Escaped("--><a href=javascript:alert(2)>1991</a>")}}"
            """
        );
    }

    /// <summary>As a double-quoted scalar of YAML has it.</summary>
    private static string Escaped(string text) =>
        string.Concat(
            text.Select(character =>
                character switch
                {
                    '"' or '\\' => $"\\{character}",
                    > '\u007f' => $"\\u{(int)character:X4}",
                    _ => character.ToString(),
                }
            )
        );
}
