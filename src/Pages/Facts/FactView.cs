using System.Globalization;
using System.Text.Json.Nodes;
using ArtsakhLedger.Asking;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Pages.Citations;
using ArtsakhLedger.Provenance;

namespace ArtsakhLedger.Pages.Facts;

/// <summary>One fact with everything that leads from it to the words of its sources.</summary>
/// <param name="Id">The fact's id.</param>
/// <param name="Sentence">What it says now.</param>
/// <param name="Polity">The polity that it is about; null for descriptions.</param>
/// <param name="Answer">What a program gets.</param>
/// <param name="Fields">What else it says.</param>
/// <param name="Provenance">Statements, versions and quotes.</param>
/// <param name="Versions">What each version said, oldest first.</param>
/// <param name="TextsHere">The SHA-256 of the texts that the quotes are from and that are here.</param>
/// <param name="KnownAt">The state of knowledge as it was asked for; null for the newest.</param>
public sealed record FactView(
    string Id,
    string Sentence,
    EntityReference? Polity,
    JsonObject Answer,
    IReadOnlyList<FactField> Fields,
    ProvenanceAnswer Provenance,
    IReadOnlyList<FactVersionInWords> Versions,
    IReadOnlySet<string> TextsHere,
    string? KnownAt
) : LinkingView(KnownAt)
{
    /// <param name="id">The fact's id.</param>
    /// <param name="answer">What a program gets.</param>
    /// <param name="facts">The fact with everything that is said about it.</param>
    /// <param name="provenance">Statements, versions and quotes.</param>
    /// <param name="entities">The entities as known.</param>
    /// <param name="words">Says what facts say.</param>
    /// <param name="textsHere">The SHA-256 of the texts that the quotes are from and that are here.</param>
    /// <param name="knownAt">The state of knowledge as it was asked for.</param>
    public static FactView Of(
        string id,
        JsonObject answer,
        FactsAsKnown facts,
        ProvenanceAnswer provenance,
        EntityRegister entities,
        FactInWords words,
        IReadOnlySet<string> textsHere,
        string? knownAt
    )
    {
        var content = facts.Find(id)!.Content;
        return new(
            id,
            words.Of(content),
            content.Polity is { } polity ? entities.Refer(polity) : null,
            answer,
            FactFields.Of(answer, entities),
            provenance,
            [
                .. FactVersions
                    .Of(id, facts)
                    .Zip(
                        provenance.Versions,
                        (version, step) => new FactVersionInWords(step, words.Of(version.Content), version.Content.Date?.ToEnglish())
                    ),
            ],
            textsHere,
            knownAt
        );
    }

    /// <summary>Its position; its index in the log is one less.</summary>
    public long Position => Versions[0].Step.Position;

    /// <summary>How the page is cited.</summary>
    public PageCitation Citation(string origin) =>
        PageCitation.Of(
            Sentence,
            Provenance.KnownAt,
            origin + Address.Of($"/facts/{Id}", ("known-at", Provenance.KnownAt.Position.ToString(CultureInfo.InvariantCulture)))
        );
}

/// <summary>A version of a fact with what it then said.</summary>
public sealed record FactVersionInWords(VersionStep Step, string Sentence, string? Date);
