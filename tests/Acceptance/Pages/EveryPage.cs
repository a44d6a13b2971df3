using ArtsakhLedger.Tests.Running;
using Xunit;

namespace ArtsakhLedger.Tests.Pages;

/// <summary>An address of each page, and of each of its faces.</summary>
public static class EveryPage
{
    /// <summary>One of each kind. They are looked at by night too: all colours are of one style sheet, so that these stand for the others.</summary>
    private static readonly string[] OfEachKind =
    [
        "/polities",
        "/polities/artsakh/state?on=2006-06-01",
        "/polities/artsakh/state?on=2024-01-01",
        "/polities/artsakh/state?on=1500-01-01",
        "/polities/artsakh/changes?from=1997&to=2002",
        "/polities/artsakh/changes?on=1997-06-01&known-from=0001-article&known-to=0004-preferences",
        "/polities/artsakh/contradictions",
        "/polities/artsakh/timeline?from=1997&to=2012&kind=foreign-minister&certainty=certain&on=1999&known-at=0001-article",
        "/episodes/artsakh/recognition-by/lombardy?known-at=0002-other-sources",
        "/polities/artsakh/relations/ukraine?on=2006-06-01",
        "/sources",
        "/sources/wikipedia-foreign-relations-of-artsakh",
        "/sources/azad-hye-antelias-2006/passages",
        "/facts/naira-melkumian-foreign-minister",
        "/entities?q=berdzor",
        "/entities/lachin",
        "/contribute",
        "/contribute?type=office-opened",
        "/contribute/sheet",
        "/guide",
        "/guide/ask",
        "/polities/artsakh/state?on=the+first+of+June",
        "/no-such-address",
    ];

    private static readonly string[] Others =
    [
        "/polities/artsakh/state?on=1997-06-01&known-at=0001-article",
        "/polities/artsakh/state?on=2013-02/2013-04&kind=office",
        "/polities/artsakh/timeline",
        "/polities/artsakh/timeline?kind=visit-made&party=nobody",
        "/polities/artsakh/timeline?kind=visit-made",
        "/episodes/artsakh/foreign-minister/georgy-petrosyan",
        "/episodes/artsakh/existence",
        "/polities/artsakh/relations/abkhazia?on=2010",
        "/sources/wikipedia-foreign-relations-of-artsakh/passages",
        "/facts/artsakh-recognition-table-row-1",
        "/facts/entity-ukraine",
        "/entities?q=nobody",
        "/entities/artsakh",
        $"/polities/{TrickyPolity.Id}/state?on=1993",
        $"/entities/{TrickyPolity.Id}",
        "/facts/tricky-land-proclaimed",
        $"/polities/{TrickyPolity.Id}/timeline",
        $"/episodes/{TrickyPolity.Id}/foreign-minister/tricky-minister",
        $"/polities/{TrickyPolity.Id}/relations/tricky-minister?on=1993",
        "/sources/tricky-source",
        "/sources/tricky-source/passages",
        $"/polities/{AncientPolity.Id}/state?on=Y-17000",
        $"/contribute?polity={TrickyPolity.Id}",
        "/contribute?type=recognition-passed&polity=artsakh",
        "/contribute?type=position-stated",
        "/contribute?type=aid-sent",
        "/contribute?type=no-such-kind",
        "/guide/configure",
        "/guide/architecture",
        "/guide/no-such-guide",
        "/polities/nowhere/state?on=2006-06-01",
    ];

    /// <summary>Each address, and whether it is looked at by night.</summary>
    public static TheoryData<string, bool> Addresses =>
        [.. OfEachKind.Select(address => (address, true)), .. Others.Select(address => (address, Sample.IsOfAll))];
}
