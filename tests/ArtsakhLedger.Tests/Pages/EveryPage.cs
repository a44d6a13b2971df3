using Xunit;

namespace ArtsakhLedger.Tests.Pages;

/// <summary>An address of each page, and of each of its faces.</summary>
public static class EveryPage
{
    public static TheoryData<string> Addresses =>
        [
            "/polities",
            "/polities/artsakh/state?on=2006-06-01",
            "/polities/artsakh/state?on=1997-06-01&known-at=0001-article",
            "/polities/artsakh/state?on=2013-02/2013-04&kind=office",
            "/polities/artsakh/state?on=2024-01-01",
            "/polities/artsakh/state?on=1500-01-01",
            "/polities/artsakh/changes?from=1997&to=2002",
            "/polities/artsakh/changes?on=1997-06-01&known-from=0001-article&known-to=0004-preferences",
            "/polities/artsakh/contradictions",
            "/polities/artsakh/timeline",
            "/polities/artsakh/timeline?from=1997&to=2012&kind=foreign-minister&certainty=certain&on=1999&known-at=0001-article",
            "/polities/artsakh/timeline?kind=visit-made&party=nobody",
            "/polities/artsakh/timeline?kind=visit-made",
            "/episodes/artsakh/foreign-minister/georgy-petrosyan",
            "/episodes/artsakh/recognition-by/hawaii?known-at=0002-other-sources",
            "/episodes/artsakh/existence",
            "/polities/artsakh/relations/abkhazia?on=2010",
            "/polities/artsakh/relations/ukraine?on=2006-06-01",
            "/sources",
            "/sources/wikipedia-foreign-relations-of-artsakh",
            "/sources/wikipedia-foreign-relations-of-artsakh/passages",
            "/sources/azad-hye-antelias-2006/passages",
            "/facts/naira-melkumian-foreign-minister",
            "/facts/artsakh-recognition-table-row-1",
            "/facts/entity-ukraine",
            "/entities?q=berdzor",
            "/entities?q=nobody",
            "/entities/lachin",
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
            "/contribute",
            $"/contribute?polity={TrickyPolity.Id}",
            "/contribute?type=office-opened",
            "/contribute?type=recognition-passed&polity=artsakh",
            "/contribute?type=position-stated",
            "/contribute?type=aid-sent",
            "/contribute?type=no-such-kind",
            "/polities/artsakh/state?on=the+first+of+June",
            "/polities/nowhere/state?on=2006-06-01",
            "/no-such-address",
        ];
}
