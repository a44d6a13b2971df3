using ArtsakhLedger.Tests.Crash;
using ArtsakhLedger.Tests.DryRuns;
using ArtsakhLedger.Tests.Embedded;
using ArtsakhLedger.Tests.Import;
using ArtsakhLedger.Tests.Log;
using ArtsakhLedger.Tests.Nodes;
using ArtsakhLedger.Tests.Pages;
using ArtsakhLedger.Tests.Serving;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(ArtsakhLedger.Tests.Running.LongestFirst))]

namespace ArtsakhLedger.Tests.Running;

/// <summary>Begins with the collections that take longest, so that none of them is left to run alone at the end.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Longest =
    [
        LookingAtPages.Name,
        nameof(StartAndStopTests),
        nameof(DatabaseAwayTests),
        nameof(CrashTests),
        nameof(CommandsBesideAServiceTests),
        nameof(TwoNodesTests),
        nameof(GoCheckerTests),
        nameof(DryRunAgreesTests),
        nameof(UncleanStopTests),
        nameof(ImportTests),
    ];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection => [.. testCollections.OrderBy(collection => Rank(collection.TestCollectionDisplayName))];

    private static int Rank(string name)
    {
        var rank = Array.FindIndex(Longest, longest => name.Contains(longest, StringComparison.Ordinal));
        return rank < 0 ? Longest.Length : rank;
    }
}
