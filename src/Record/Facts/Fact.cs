using System.Text.Json;
using System.Text.Json.Serialization;
using Edtf;

namespace ArtsakhLedger.Facts;

/// <summary>One event of the record: what happened, to whom, when, and who says so. A fact says what its sources say, no more.
/// Each kind of fact is a record of its own, beside the feature that it belongs to.</summary>
public abstract record Fact
{
    /// <summary>A stable slug, unique over the whole ledger.</summary>
    public string Id { get; init; } = "";

    /// <summary>The polity whose foreign relations the fact belongs to; null for descriptions of entities and sources.</summary>
    [OfKind(EntityKind.Polity)]
    public string? Polity { get; init; }

    /// <summary>When it happened or held; null where no source dates it.</summary>
    public EdtfDate? Date { get; init; }

    /// <summary>What the fields cannot say, in the record's own words.</summary>
    public string? Note { get; init; }

    /// <summary>True where the fact is drawn from sources rather than said by one; the note tells how.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Inferred { get; init; }

    /// <summary>The passages that say it.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>The episodes that the fact opens, attests or closes; none where it only happens. The first one's stream holds the event.</summary>
    public virtual IEnumerable<EpisodeLink> EpisodeLinks() => [];

    /// <summary>The ids of the sources that say it; several citations of one source count once.</summary>
    public IReadOnlyList<string> Sources() => [.. Citations.Select(citation => citation.Source).Distinct()];

    /// <summary>Everybody and everything that the fact names, in the order of its fields.</summary>
    public virtual IEnumerable<Party> Parties() => [];

    /// <summary>What the fact says of its episodes beside dates and parties: named values that an entry shows. A list is added to
    /// by later facts, any other value is replaced by them.</summary>
    public virtual IEnumerable<(string Name, object? Value)> Details() => [];

    /// <summary>Which episode it is about beside the party, named as details are: which town, which member. It holds whenever the fact was.</summary>
    public virtual IEnumerable<(string Name, object? Value)> Identity() => [];

    /// <summary>What it says, as a sentence without its date and its full stop.</summary>
    public virtual string InWords(PartyNames names) =>
        $"{JsonNamingPolicy.KebabCaseLower.ConvertName(GetType().Name).Replace('-', ' ')}: {PartyNames.Joined([.. Parties().Select(party => names[party])])}";

    /// <summary>The stream that the event is appended to, and stays in.</summary>
    public virtual string StreamName() => EpisodeLinks().Select(link => link.Episode).FirstOrDefault() ?? Polity ?? Id;
}
