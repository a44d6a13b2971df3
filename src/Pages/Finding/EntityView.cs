using System.Globalization;
using ArtsakhLedger.Asking;
using ArtsakhLedger.Entities;
using ArtsakhLedger.InFull;
using ArtsakhLedger.Pages.Citing;

namespace ArtsakhLedger.Pages.Finding;

/// <summary>One entity with its names, and what it takes part in.</summary>
/// <param name="Answer">What a program gets.</param>
/// <param name="Looks">The day on which a person first looks at each polity that it has relations with, by the polity's id.</param>
/// <param name="FactsInWords">What each fact says, by its address.</param>
/// <param name="KnownAt">The state of knowledge as it was asked for; null for the newest.</param>
public sealed record EntityView(
    EntityAnswer Answer,
    IReadOnlyDictionary<string, string> Looks,
    Func<string, string> FactsInWords,
    string? KnownAt
)
{
    /// <summary>An address elsewhere, for the same state of knowledge.</summary>
    public string Elsewhere(string path) => Address.Of(path, ("known-at", KnownAt));

    /// <summary>What held between a polity and the entity.</summary>
    public string RelationsWith(EntityReference polity) =>
        Address.Of($"/polities/{polity.Id}/relations/{Answer.Id}", ("on", Looks[polity.Id]), ("known-at", KnownAt));

    /// <summary>How the page is cited.</summary>
    public PageCitation Citation(AskedPage asked) =>
        new(
            Answer.Name,
            Answer.KnownAt.Position,
            Answer.KnownAt.RecordedAt,
            asked.Whole(Address.Of($"/entities/{Answer.Id}", ("known-at", Answer.KnownAt.Position.ToString(CultureInfo.InvariantCulture))))
        );
}
