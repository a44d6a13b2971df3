using Xunit.Sdk;
using Xunit.v3;

namespace ArtsakhLedger.Tests.Running;

/// <summary>Begins with the collections that take longest, so that none of them is left to run alone at the end.</summary>
public abstract class LongestFirst(params IReadOnlyList<string> longest) : ITestCollectionOrderer
{
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection => [.. testCollections.OrderBy(collection => Rank(collection.TestCollectionDisplayName))];

    private int Rank(string name) =>
        longest
            .Index()
            .Where(one => name.Contains(one.Item, StringComparison.Ordinal))
            .Select(one => one.Index)
            .DefaultIfEmpty(longest.Count)
            .First();
}
