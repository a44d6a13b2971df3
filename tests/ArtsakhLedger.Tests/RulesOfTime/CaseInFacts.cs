using System.Text.Json.Nodes;
using ArtsakhLedger.RulesOfTime;
using Edtf;
using Case = ArtsakhLedger.RuleCases.Case;

namespace ArtsakhLedger.Tests.RulesOfTime;

/// <summary>A case said in facts of a polity of its own: each claim is that of a source of its own, by the kinds of facts that the interfaces give for its
/// nature. Days are counted so that the case's record date is the day on which the record is written.</summary>
internal sealed class CaseInFacts
{
    private readonly List<JsonObject> described = [];
    private readonly List<JsonObject> facts = [];
    private readonly List<JsonObject> preferences = [];
    private readonly Dictionary<string, string> names = [];
    private readonly List<string> episodes = [];
    private readonly long firstDay;

    private CaseInFacts(string polity, Case asked, Day recordDate)
    {
        (Polity, Asked) = (polity, asked);
        firstDay = recordDate.DayNumber - (asked.RecordDate ?? asked.LastDay);
        CannotBeSaidIf(asked.Said.Lives.Count > 1 || asked.Said.Episodes.Any(episode => episode.After is not null));
        Describe(polity, "polity");
        Say($"{polity}/existence", Resolution.LifeId, asked.Said.Lives[0].Statements, new("state-proclaimed", null, "state-dissolved", []));
        foreach (var episode in asked.Said.Episodes)
        {
            SayEpisode(episode);
        }

        CannotBeSaidIf(facts.Count == 0);
    }

    public string Polity { get; }

    public Case Asked { get; }

    /// <summary>The entries of a batch, one a line.</summary>
    public string Lines =>
        string.Join(
            '\n',
            described.DistinctBy(line => line["id"]!.ToString()).Concat(facts).Concat(preferences).Select(line => line.ToJsonString())
        );

    /// <summary>What the case calls an episode, claim, attestation or denial that the service names so.</summary>
    public string NameOf(string id) => names[id];

    /// <summary>The ids of the episodes that facts speak of, the life's among them.</summary>
    public IReadOnlyList<string> Episodes => episodes;

    /// <summary>A day of the case in the calendar.</summary>
    public Day DayOf(long day) => Day.FromDayNumber(firstDay + day);

    /// <returns>Null for what facts do not say: a mask of days that are no decade, a term from one day of a set, an attestation or an end of what no kind of
    /// fact attests or ends, an episode of which nothing is said or only that it did not happen, a preference for no claim; or further periods and lives.</returns>
    public static CaseInFacts? Of(string polity, Case asked, Day recordDate)
    {
        try
        {
            return new(polity, asked, recordDate);
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }

    private void SayEpisode(EpisodeStatements episode)
    {
        var party = Describe(
            $"{Polity}-{Slug(episode.Id)}",
            episode.Nature switch
            {
                Nature.Post => "person",
                Nature.Institution => "institution",
                Nature.Carried => "municipality",
                Nature.Free or Nature.LastingFree => "polity",
                _ => "organisation",
            }
        );
        switch (episode.Nature)
        {
            case Nature.Post:
                var post = Describe(episode.Seat is { } seat ? $"{Polity}-{Slug(seat)}" : $"post-of-{party}", "post");
                Say(
                    $"{Polity}/{post}/{party}",
                    episode.Id,
                    episode.Statements,
                    new("minister-appointed", "minister-attested", "minister-left", new() { ["person"] = party, ["post"] = post })
                );
                break;
            case Nature.Institution:
                Say(
                    $"{Polity}/institution/{party}",
                    episode.Id,
                    episode.Statements,
                    new("institution-seated", null, null, new() { ["institution"] = party })
                );
                break;
            case Nature.Carried:
                Say(
                    $"{Polity}/office/{party}",
                    episode.Id,
                    episode.Statements,
                    new("office-opened", "office-attested", "office-closed", new() { ["city"] = party })
                );
                break;
            case Nature.LastingCarried:
                Say(
                    $"{Polity}/membership/{party}",
                    episode.Id,
                    episode.Statements,
                    new("membership-began", "membership-attested", "membership-ended", new() { ["organisation"] = party })
                );
                break;
            case Nature.Others:
                var team = Describe($"team-of-{party}", "organisation");
                Say(
                    $"{Polity}/membership/{team}--{party}",
                    episode.Id,
                    episode.Statements,
                    new(
                        "membership-began",
                        "membership-attested",
                        "membership-ended",
                        new() { ["organisation"] = party, ["member"] = team }
                    )
                );
                break;
            case Nature.Free:
                Say(
                    $"{Polity}/war/{party}",
                    episode.Id,
                    episode.Statements,
                    new("hostilities-began", null, "hostilities-ended", new() { ["by"] = party })
                    {
                        RolesAtEnd = new() { ["with"] = party },
                    }
                );
                break;
            default:
                var other = Describe($"{party}-neighbour", "polity");
                Say(
                    $"{Polity}/diplomatic-relations/{party}--{other}",
                    episode.Id,
                    episode.Statements,
                    new("diplomatic-relations-established", null, null, new() { ["with"] = party, ["and"] = other })
                );
                break;
        }
    }

    private void Say(string id, string name, Statements said, KindsOfFacts kinds)
    {
        var sayings = said.Claims.Select(claim => claim.Id).Concat(said.Attestations.Select(one => one.Id)).ToArray();
        if (sayings.Length == 0)
        {
            CannotBeSaidIf(name != Resolution.LifeId || said.Denials.Count > 0);
            return;
        }

        episodes.Add(id);
        names[id] = name;
        foreach (var claim in said.Claims)
        {
            names[$"{id}@{SourceOf(claim.Id)}"] = claim.Id;
            SayClaim(FactOf(name, claim.Id), claim, kinds);
        }

        foreach (var attestation in said.Attestations)
        {
            names[FactOf(name, attestation.Id)] = attestation.Id;
            Add(FactOf(name, attestation.Id), attestation.Id, Required(kinds.Attests), DateOf(attestation), kinds.Roles);
        }

        foreach (var denial in said.Denials)
        {
            names[FactOf(name, denial.Id)] = denial.Id;
            Add(
                FactOf(name, denial.Id),
                denial.Id,
                "fact-denied",
                null,
                new() { ["fact"] = FactOf(name, sayings[0]), ["denies"] = denial.OfEnd ? "end" : "fact" }
            );
        }

        foreach (var (aside, i) in said.SetAside.Select((aside, i) => (aside, i)))
        {
            var preferred = said.Claims.FirstOrDefault(claim => claim.Id != aside.Id);
            CannotBeSaidIf(preferred is null);
            preferences.Add(
                new()
                {
                    ["type"] = "claim-preferred",
                    ["id"] = $"{FactOf(name, aside.Id)}-set-aside-{i}",
                    ["claim"] = $"{id}@{SourceOf(preferred!.Id)}",
                    ["over"] = new JsonArray(
                        said.Claims.Any(claim => claim.Id == aside.Id) ? $"{id}@{SourceOf(aside.Id)}" : FactOf(name, aside.Id)
                    ),
                    ["bounds"] = new JsonArray([
                        .. new[] { aside.Start ? "start" : null, aside.End ? "end" : null }
                            .OfType<string>()
                            .Select(bound => JsonValue.Create(bound)),
                    ]),
                    ["reason"] = "as the case says",
                    ["citations"] = Cite(preferred.Id),
                }
            );
        }
    }

    /// <summary>One fact for a start alone or a term, such as 1993/.., else one for the start and one for the end.</summary>
    private void SayClaim(string fact, Claim claim, KindsOfFacts kinds)
    {
        var start = Edtf(claim.Start);
        if (claim.End is { } end && (end.IsOpen || kinds.Closes is null))
        {
            var last = end.IsOpen ? ".." : Edtf(end.Date);
            CannotBeSaidIf(
                IsSet(start) || IsSet(last) || last is null || (!end.IsOpen && claim.Start?.Days.Latest > end.Date?.Days.Earliest)
            );
            Add(fact, claim.Id, kinds.Opens, $"{start}/{last}", kinds.Roles);
            return;
        }

        Add(fact, claim.Id, kinds.Opens, start, kinds.Roles);
        if (claim.End is not null)
        {
            Add($"{fact}-end", claim.Id, kinds.Closes!, Edtf(claim.End.Date), kinds.RolesAtEnd ?? kinds.Roles);
        }
    }

    /// <summary>A term has a day on either side, never one of a set.</summary>
    private static bool IsSet(string? edtf) => edtf?.StartsWith('[') == true;

    private string? DateOf(Attestation attestation)
    {
        if (attestation.From.Equals(attestation.To))
        {
            return Edtf(attestation.From);
        }

        CannotBeSaidIf(
            attestation.From.Latest is not { } || attestation.To.Earliest is not { } || attestation.From.Latest > attestation.To.Earliest
        );
        return $"{DayOf(attestation.From.Latest!.Value)}/{DayOf(attestation.To.Earliest!.Value)}";
    }

    private string? Edtf(ClaimDate? date)
    {
        CannotBeSaidIf(date is { IsMask: true });
        return date is null ? null : Edtf(date.Days);
    }

    /// <summary>A day, or one of a set: <c>[2099-12-03..2099-12-05]</c>. Null for what is undated.</summary>
    private string? Edtf(DayRanges days) =>
        days.IsEverything ? null
        : days.Ranges is [{ First: { } first } one] && one.Last == first ? $"{DayOf(first)}"
        : $"[{string.Join(',', days.Ranges.Select(range => range.First == range.Last ? Iso(range.First) : $"{Iso(range.First)}..{Iso(range.Last)}"))}]";

    private string Iso(long? day) => day is { } number ? DayOf(number).ToString() : "";

    private void Add(string id, string source, string type, string? date, JsonObject roles)
    {
        var fact = (JsonObject)roles.DeepClone();
        (fact["type"], fact["id"], fact["date"], fact["citations"]) = (type, id, date, Cite(source));
        if (date is null)
        {
            fact.Remove("date");
        }

        facts.Add(fact);
    }

    private JsonArray Cite(string saying)
    {
        var source = SourceOf(saying);
        described.Add(
            new()
            {
                ["type"] = "source-archived",
                ["id"] = source,
                ["csl"] = new JsonObject { ["title"] = saying },
                ["excerptOnly"] = true,
                ["reason"] = "test",
            }
        );
        return [new JsonObject { ["source"] = source, ["quote"] = "as the case says" }];
    }

    private string Describe(string id, string kind)
    {
        described.Add(
            new()
            {
                ["type"] = "entity-described",
                ["id"] = id,
                ["kind"] = kind,
                ["names"] = new JsonArray(new JsonObject { ["text"] = id, ["language"] = "en" }),
                ["reason"] = "test",
            }
        );
        return id;
    }

    private string SourceOf(string saying) => $"{Polity}-{Slug(saying)}-source";

    private string FactOf(string episode, string saying) => $"{Polity}-{Slug(episode)}-{Slug(saying)}";

    private static string Slug(string name) => name.ToLowerInvariant();

    private static string Required(string? kind) => kind ?? throw new NotSupportedException();

    private static void CannotBeSaidIf(bool itIsSo)
    {
        if (itIsSo)
        {
            throw new NotSupportedException();
        }
    }

    /// <summary>The kinds of facts that open, attest and close an episode, with the parties that they name.</summary>
    private sealed record KindsOfFacts(string Opens, string? Attests, string? Closes, JsonObject Roles)
    {
        /// <summary>The parties by the names of the fact that closes, where these are others.</summary>
        public JsonObject? RolesAtEnd { get; init; }
    }
}
