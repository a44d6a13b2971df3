using System.Globalization;
using System.Text.Json.Nodes;
using ArtsakhLedger.Asking;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Pages.Citations;
using ArtsakhLedger.Provenance;

namespace ArtsakhLedger.Pages.Facts;

/// <summary>A fact with its versions and the quotes that it rests on.</summary>
/// <param name="Id">The fact's id.</param>
/// <param name="Sentence">What it says now.</param>
/// <param name="Polity">The polity that it is about; null for descriptions.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Fields">Its remaining fields.</param>
/// <param name="Provenance">Its statements, versions and quotes.</param>
/// <param name="Versions">What each version said, oldest first.</param>
/// <param name="AvailableTexts">The SHA-256 of the archived texts that are available.</param>
/// <param name="KnownAt">The state of knowledge as it was asked for; null for the newest.</param>
public sealed record FactView(
    string Id,
    string Sentence,
    EntityReference? Polity,
    JsonObject Answer,
    IReadOnlyList<FactField> Fields,
    ProvenanceAnswer Provenance,
    IReadOnlyList<FactVersionInWords> Versions,
    IReadOnlySet<string> AvailableTexts,
    string? KnownAt
) : LinkingView(KnownAt)
{
    /// <param name="id">The fact's id.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="facts">The facts as known.</param>
    /// <param name="provenance">Its statements, versions and quotes.</param>
    /// <param name="entities">The entities as known.</param>
    /// <param name="words">Puts facts into sentences.</param>
    /// <param name="availableTexts">The SHA-256 of the archived texts that are available.</param>
    /// <param name="knownAt">The state of knowledge as it was asked for.</param>
    public static FactView Of(
        string id,
        JsonObject answer,
        FactsAsKnown facts,
        ProvenanceAnswer provenance,
        EntityRegister entities,
        FactInWords words,
        IReadOnlySet<string> availableTexts,
        string? knownAt
    )
    {
        var content = facts.Find(id)!.Content;
        return new(
            id,
            words.Of(content),
            content.Polity is { } polity ? entities.ReferenceTo(polity) : null,
            answer,
            FactFields.Of(answer, entities),
            provenance,
            [
                .. FactVersions
                    .Of(id, facts)
                    .Zip(
                        provenance.Versions,
                        (version, step) => new FactVersionInWords(step, words.Of(version.Content), version.Content.Date?.InWords())
                    ),
            ],
            availableTexts,
            knownAt
        )
        {
            Happened = answer.ContainsKey("happened") ? HappenedOn.Of(facts.Find(id)!.Current, facts) : null,
        };
    }

    /// <summary>When it happened, by all who say so; null where it is as the fact itself says.</summary>
    public HappenedOn? Happened { get; private init; }

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

/// <summary>A version of a fact and what it said.</summary>
public sealed record FactVersionInWords(VersionStep Step, string Sentence, string? Date);
