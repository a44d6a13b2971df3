using System.Globalization;
using ArtsakhLedger.Asking;
using ArtsakhLedger.DetailedAnswers;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Pages.Citations;

namespace ArtsakhLedger.Pages.Entities;

/// <summary>An entity with its names and relations.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="DefaultDates">The default date of each polity that it has relations with, by the polity's id.</param>
/// <param name="FactsInWords">What each fact says, by its address.</param>
/// <param name="KindInWords">The heading of a kind of episode.</param>
/// <param name="KnownAt">The state of knowledge as it was asked for; null for the newest.</param>
public sealed record EntityView(
    EntityAnswer Answer,
    IReadOnlyDictionary<string, string> DefaultDates,
    Func<string, string> FactsInWords,
    Func<string, string> KindInWords,
    string? KnownAt
) : LinkingView(KnownAt)
{
    /// <summary>The address of the relations between a polity and the entity.</summary>
    public string RelationsWith(EntityReference polity) =>
        Address.Of($"/polities/{polity.Id}/relations/{Answer.Id}", ("on", DefaultDates[polity.Id]), ("known-at", KnownAt));

    /// <summary>How the page is cited.</summary>
    public PageCitation Citation(string origin) =>
        PageCitation.Of(
            Answer.Name,
            Answer.KnownAt,
            origin + Address.Of($"/entities/{Answer.Id}", ("known-at", Answer.KnownAt.Position.ToString(CultureInfo.InvariantCulture)))
        );
}
