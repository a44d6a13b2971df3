using System.Text.Json;
using System.Text.Json.Serialization;
using Edtf;

namespace ArtsakhLedger.Facts;

/// <summary>One event of the record: what happened, to whom, when, and which sources say so. A fact says what its sources say, no more.
/// Each type of fact is a record of its own.</summary>
public abstract record Fact
{
    // Measured on the shipped record: the objects of a fact and of a citation without their texts.
    private const int WithoutTexts = 700;
    private const int CitationWithoutTexts = 250;

    /// <summary>A stable slug, unique over the whole ledger.</summary>
    public string Id { get; init; } = "";

    /// <summary>The polity whose foreign relations the fact belongs to; null for descriptions of entities and sources.</summary>
    [OfKind(EntityKind.Polity)]
    public string? Polity { get; init; }

    /// <summary>When it happened or held; null if no source dates it.</summary>
    public EdtfDate? Date { get; init; }

    /// <summary>What the fields cannot say, in the record's own words.</summary>
    public string? Note { get; init; }

    /// <summary>True if the fact is inferred from sources rather than stated by one; the note says how.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Inferred { get; init; }

    /// <summary>Why the fact is right though a check warned of it, in the words of the editor who looked; permanent and public.</summary>
    public string? Checked { get; init; }

    /// <summary>The passages that say it.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>The episodes that the fact opens, attests or closes; none if it is a single event. It is stored in the first one's stream.</summary>
    public virtual IEnumerable<EpisodeLink> EpisodeLinks() => [];

    /// <summary>The ids of the sources that say it; several citations of one source count once.</summary>
    public IReadOnlyList<string> Sources() => [.. Citations.Select(citation => citation.Source).Distinct()];

    /// <summary>All parties that the fact names, in the order of its fields.</summary>
    public virtual IEnumerable<Party> Parties() => [];

    /// <summary>What the fact says about its episodes besides dates and parties: named values that an entry shows. Later facts add to a list
    /// and replace any other value.</summary>
    public virtual IEnumerable<(string Name, object? Value)> Details() => [];

    /// <summary>What identifies its episode besides the party, named like details: the town, the member. It holds on every date.</summary>
    public virtual IEnumerable<(string Name, object? Value)> Identity() => [];

    /// <summary>The phase of its episodes that it begins; null if it changes nothing within a period.</summary>
    public virtual Phase? BeginsPhase() => null;

    /// <summary>What it says, as a sentence without date and full stop.</summary>
    public virtual string InWords(PartyNames names) =>
        $"{JsonNamingPolicy.KebabCaseLower.ConvertName(GetType().Name).Replace('-', ' ')}: {PartyNames.Joined([.. Parties().Select(party => names[party])])}";

    /// <summary>About how many bytes of memory it takes.</summary>
    internal virtual int MemorySize() =>
        WithoutTexts
        + SizeOf(Note)
        + Citations.Sum(cited =>
            CitationWithoutTexts + SizeOf(cited.Quote) + SizeOf(cited.Prefix) + SizeOf(cited.Suffix) + SizeOf(cited.Locator)
        );

    /// <summary>The key of the stream that the event is appended to.</summary>
    public virtual string StreamName() => EpisodeLinks().Select(link => link.Episode).FirstOrDefault() ?? Polity ?? Id;

    private static int SizeOf(string? text) => 2 * (text?.Length ?? 0);
}
