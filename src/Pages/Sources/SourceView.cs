using System.Text.Json;
using ArtsakhLedger.Asking;
using ArtsakhLedger.Pages.Citations;
using ArtsakhLedger.Sources;

namespace ArtsakhLedger.Pages.Sources;

/// <summary>A source.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="KnownAt">The state of knowledge as it was asked for; null for the newest.</param>
public sealed record SourceView(SourceAnswer Answer, string? KnownAt) : LinkingView(KnownAt)
{
    /// <summary>What it is called.</summary>
    public string Title => Answer.Title ?? Answer.Id;

    /// <summary>What sort of publisher it comes from: "news agency"; followed by a comma where a party is named too. Empty if nobody said.</summary>
    public string PublisherInWords =>
        Answer.Assessment is { Character: { } character, CloseTo: var party }
            ? JsonNamingPolicy.KebabCaseLower.ConvertName(character.ToString()).Replace('-', ' ') + (party is null ? "" : ", ")
            : "";

    /// <summary>How far the record relies on it.</summary>
    public string StandingInWords =>
        Answer.Assessment?.Standing switch
        {
            SourceStanding.ReliedOn => "relied on",
            SourceStanding.Noted => "noted, not relied on",
            SourceStanding.Copy => "a copy",
            _ => "",
        };

    /// <summary>The address of the facts that cite it.</summary>
    public string FactsAddress => Address.Of("/facts", ("source", Answer.Id), ("known-at", KnownAt));

    /// <summary>How the page is cited.</summary>
    public PageCitation Citation(string origin) => PageCitation.Of($"Source: {Title}", Answer.KnownAt, origin + Answer.Self);
}
