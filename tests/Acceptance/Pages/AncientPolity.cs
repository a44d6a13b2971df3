using ArtsakhLedger.Tests.Running;

namespace ArtsakhLedger.Tests.Pages;

/// <summary>A polity of which EDTF can write the beginning and the end as years alone: they have more than four digits.</summary>
public static class AncientPolity
{
    public const string Id = "ancient-land";

    public static void WriteTo(TemporaryEvents events)
    {
        events.Write(
            Id,
            "0001-ages",
            "entities.yaml",
            """
            entities:
              - { id: ancient-land, kind: polity, names: [{ text: Ancient Land, language: en }], reason: a test }
              - { id: ancient-town, kind: municipality, names: [{ text: Ancient Town, language: en }], reason: a test }
            """
        );
        events.Write(
            Id,
            "0001-ages",
            "sources.yaml",
            """
            sources:
              - { id: ancient-source, csl: { type: book, title: Annals }, excerptOnly: true, reason: a test }
            """
        );
        events.Write(
            Id,
            "0001-ages",
            "facts.yaml",
            """
            facts:
              - { id: ancient-land-proclaimed, type: state-proclaimed, date: "Y-17000", citations: [{ source: ancient-source, quote: it began }] }
              - { id: ancient-town-opened, type: office-opened, city: ancient-town, date: "-0044-03-15", citations: [{ source: ancient-source, quote: the Ides }] }
              - { id: ancient-town-closed, type: office-closed, city: ancient-town, date: "0000", citations: [{ source: ancient-source, quote: no such year }] }
              - { id: ancient-land-dissolved, type: state-dissolved, date: "Y20000", citations: [{ source: ancient-source, quote: it will end }] }
            """
        );
    }
}
