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
        "/polities/artsakh/state?on=the+first+of+June",
        "/polities/nowhere/state?on=2006-06-01",
        "/no-such-address",
    ];
}
