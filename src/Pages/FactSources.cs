using ArtsakhLedger.Facts;
using ArtsakhLedger.Sources;
using ArtsakhLedger.StateAsOf;

namespace ArtsakhLedger.Pages;

/// <summary>The short names of the sources that facts cite.</summary>
/// <param name="known">The polity that the facts are about.</param>
/// <param name="sources">The sources as known.</param>
public sealed class FactSources(PolityAsKnown known, SourceRegister sources)
{
    private readonly Dictionary<string, IReadOnlyList<string>> names = [];

    /// <summary>The sources of a fact as one phrase: "Wikipedia" or "A and B"; its id where it cites nothing.</summary>
    /// <param name="fact">The id of a fact.</param>
    public string this[string fact] => PartyNames.Joined(Of(fact));

    /// <summary>The sources of a fact; its id where it cites nothing.</summary>
    /// <param name="fact">The id of a fact.</param>
    public IReadOnlyList<string> Of(string fact)
    {
        if (!names.TryGetValue(fact, out var cited))
        {
            cited =
                known.Facts.Find(fact)?.Content.Citations.Select(citation => citation.Source).Distinct().Select(NameOf).Distinct().ToList()
                ?? [];
            names[fact] = cited = cited.Count == 0 ? [fact] : cited;
        }

        return cited;
    }

    /// <summary>The note on a fact; null where there is none.</summary>
    /// <param name="fact">The id of a fact.</param>
    public string? NoteOn(string fact) => known.Facts.Find(fact)?.Content.Note;

    /// <summary>Whether no source dates a fact.</summary>
    /// <param name="fact">The id of a fact.</param>
    public bool IsUndated(string fact) => known.Facts.Find(fact)?.Content.Date is null;

    /// <summary>The source of a claim. An attestation or denial, which is no claim, is given by the id of its fact.</summary>
    public string OfClaim(string claim) =>
        claim.Contains('@', StringComparison.Ordinal) ? NameOf(claim.Split('@')[1].Split('~')[0]) : this[claim];

    /// <summary>The short name of a source by its id.</summary>
    public string NameOf(string source) => sources.FindRecorded(source) is { } found ? SourceName.Of(found.Source) : source;
}
