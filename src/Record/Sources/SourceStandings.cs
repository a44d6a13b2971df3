using ArtsakhLedger.Corrections;
using ArtsakhLedger.Ledger;

namespace ArtsakhLedger.Sources;

/// <summary>How far each source is relied on, as known at a position: by the last assessment of it in force.</summary>
public sealed class SourceStandings
{
    private readonly Dictionary<string, SortedList<long, SourceAssessed>> assessments = [];
    private readonly Dictionary<string, RecordedFact> touched = [];

    internal SourceStandings() { }

    /// <param name="descriptions">The entries that describe and assess sources, as known.</param>
    public SourceStandings(FactsAsKnown descriptions)
    {
        foreach (var known in descriptions.All.Where(known => known.Content is SourceAssessed))
        {
            Take(known);
        }
    }

    /// <summary>The assessment of a source; null if there is none.</summary>
    public SourceAssessed? AssessmentOf(string source) => assessments.GetValueOrDefault(source)?.Values.LastOrDefault();

    /// <summary>The last entry that assessed a source or one that it copies, or retracted that; null if there is none.</summary>
    public RecordedFact? LastTouched(string source)
    {
        var seen = new HashSet<string>();
        RecordedFact? last = null;
        for (
            var at = source;
            at is not null && seen.Add(at);
            at = AssessmentOf(at) is { Standing: SourceStanding.Copy } copy ? copy.CopyOf : null
        )
        {
            last = touched.TryGetValue(at, out var entry) && !(entry.Position < last?.Position) ? entry : last;
        }

        return last;
    }

    /// <summary>Whether no source was ever assessed.</summary>
    public bool IsEmpty => assessments.Count == 0;

    /// <summary>The sources that were ever assessed.</summary>
    internal IEnumerable<string> Assessed => assessments.Keys;

    /// <summary>Whether a source is recorded as a copy of others that are, in the end, copies of it.</summary>
    internal bool IsCopyOfItself(string source)
    {
        var seen = new HashSet<string>();
        var at = source;
        while (AssessmentOf(at) is { Standing: SourceStanding.Copy, CopyOf: { } copied } && seen.Add(at))
        {
            at = copied;
        }

        return at == source && seen.Count > 0;
    }

    /// <summary>Whether what a source says is only noted: it, or the source that it copies, is.</summary>
    public bool IsOnlyNoted(string source) => AssessmentOf(OriginalOf(source)) is { Standing: SourceStanding.Noted };

    /// <summary>The source that said first what this one says: the one that it copies, or itself.</summary>
    public string OriginalOf(string source)
    {
        var seen = new HashSet<string>();
        while (AssessmentOf(source) is { Standing: SourceStanding.Copy, CopyOf: { } copied } && seen.Add(source))
        {
            source = copied;
        }

        return source;
    }

    /// <summary>Takes over what is known of an assessment, also if something else was known of it before.</summary>
    internal void Take(KnownFact known)
    {
        var assessment = (SourceAssessed)known.Content;
        if (!touched.TryGetValue(assessment.Source, out var last) || last.Position < known.LastTouched.Position)
        {
            touched[assessment.Source] = known.LastTouched;
        }

        var ofSource = assessments.TryGetValue(assessment.Source, out var found) ? found : assessments[assessment.Source] = [];
        ofSource.Remove(known.Recorded.Position);
        if (known.InForce)
        {
            ofSource.Add(known.Recorded.Position, assessment);
        }
    }
}
