using ArtsakhLedger.Corrections;

namespace ArtsakhLedger.Sources;

/// <summary>How far each source is relied on, as known at a position: by the last assessment of it in force.</summary>
public sealed class SourceStandings
{
    private readonly Dictionary<string, SourceAssessed> assessments = [];

    /// <param name="descriptions">The entries that describe and assess sources, as known.</param>
    public SourceStandings(FactsAsKnown descriptions)
    {
        foreach (var assessment in descriptions.InForce.Select(entry => entry.Fact).OfType<SourceAssessed>())
        {
            assessments[assessment.Source] = assessment;
        }
    }

    /// <summary>The assessment of a source; null if there is none.</summary>
    public SourceAssessed? AssessmentOf(string source) => assessments.GetValueOrDefault(source);

    /// <summary>Whether what a source says is shown and set aside. A copy stands as the source that it copies.</summary>
    public bool IsNoted(string source) => AssessmentOf(CountedAs(source))?.Standing == SourceStanding.Noted;

    /// <summary>The source that counts as having said what this one says: the one that it copies, or itself.</summary>
    public string CountedAs(string source)
    {
        var seen = new HashSet<string>();
        while (AssessmentOf(source) is { Standing: SourceStanding.Copy, CopyOf: { } copied } && seen.Add(source))
        {
            source = copied;
        }

        return source;
    }
}
