using System.Text.RegularExpressions;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Vocabulary;

namespace ArtsakhLedger.Sheets.Columns;

/// <summary>The words that people head columns with.</summary>
internal static partial class HeaderWords
{
    private static readonly Dictionary<string, string[]> ByMeaning = new()
    {
        ["type"] = ["fact", "type of fact", "fact type", "kind of fact", "event", "event type"],
        ["date"] =
        [
            "when",
            "day",
            "on",
            "from",
            "since",
            "start",
            "start date",
            "began",
            "beginning",
            "term start",
            "took office",
            "appointed",
            "opened",
            "established",
            "recognised on",
            "recognized on",
            "recognised",
            "recognized",
            "year",
            "datum",
            "fecha",
            "дата",
        ],
        ["until"] = ["to", "till", "end", "end date", "through", "term end", "left office", "date to", "to date", "end of term"],
        ["source"] =
        [
            "sources",
            "reference",
            "references",
            "ref",
            "refs",
            "citation",
            "citations",
            "document",
            "according to",
            "publication",
            "quelle",
            "fuente",
            "источник",
        ],
        ["url"] = ["link", "web", "website", "web address", "source url", "source link", "reference url", "address"],
        ["page"] = ["pages", "p", "pp", "page number", "locator", "section"],
        ["quote"] = ["quotation", "excerpt", "passage", "text", "wording", "exact words", "words", "source text", "verbatim"],
        ["note"] = ["notes", "comment", "comments", "remark", "remarks", "annotation", "details", "anmerkung", "примечание"],
        ["level"] = ["level of government", "kind of body", "actor level", "status of actor"],
        ["act"] = ["form of act", "instrument", "act type"],
        ["measure"] = ["resolution", "bill", "number of the act", "act number", "title of the act"],
        ["subject"] = ["topic", "about", "purpose", "regarding", "question"],
        ["city"] = ["town", "place", "location", "seat", "capital", "municipality"],
        ["host"] = ["country", "host country", "host state", "state", "receiving state"],
        ["officeType"] = ["type", "kind", "type of mission", "mission type", "type of office", "mission", "rank"],
        ["person"] =
        [
            "name",
            "who",
            "holder",
            "office holder",
            "officeholder",
            "incumbent",
            "minister",
            "ambassador",
            "president",
            "head of mission",
            "chief of mission",
            "representative",
            "envoy",
            "diplomat",
            "full name",
        ],
        ["post"] = ["office", "position", "title", "role", "function"],
        ["to"] =
        [
            "country",
            "accredited to",
            "posted to",
            "receiving country",
            "receiving state",
            "state",
            "destination",
            "host country",
            "mission to",
        ],
        ["capacity"] = ["rank", "as", "status", "acting"],
        ["organisation"] = ["organization", "international organisation", "international organization", "body", "institution", "name"],
        ["convention"] = ["treaty", "agreement", "name", "title", "instrument"],
        ["institution"] = ["name", "body"],
        ["territory"] = ["area", "region", "name"],
        ["name"] = ["official name", "title"],
        ["between"] = ["parties", "signatories", "countries", "states"],
        ["participants"] = ["parties", "who", "attendees", "present"],
        ["visitor"] = ["who", "name", "visitors", "delegation"],
        ["title"] = ["name", "agreement", "treaty"],
        ["form"] = ["type", "kind"],
        ["status"] = ["type of membership", "membership type", "kind"],
        ["votes"] = ["vote", "result of the vote", "voting"],
        ["votes/for"] = ["ayes", "yeas", "in favour", "in favor", "for"],
        ["votes/against"] = ["noes", "nays", "against"],
        ["votes/abstained"] = ["abstentions", "abstaining", "abstained"],
        ["votes/absent"] = ["not voting", "absent"],
        ["mutual"] = ["mutual recognition", "reciprocal"],
        ["ignore"] = ["no", "nr", "number", "id", "row", "rank", "region", "continent", "un member", "flag", "map", "status"],
    };

    private static readonly string[] OfMainParty =
    [
        "country",
        "state",
        "nation",
        "government",
        "party",
        "entity",
        "body",
        "name",
        "recognised by",
        "recognized by",
        "recognising state",
        "recognizing state",
        "recognising country",
        "recognizing country",
        "by whom",
        "other party",
        "other state",
        "partner",
        "counterpart",
        "land",
        "pays",
        "país",
        "страна",
        "государство",
    ];

    /// <summary>What headers that say the same have in common.</summary>
    public static string KeyOf(string header) => NameKey.Of(InBrackets().Replace(header, " "));

    /// <summary>The words of a header, in lower case, without what is in brackets.</summary>
    public static IReadOnlyList<string> WordsOf(string header) =>
        [.. Word().Matches(InBrackets().Replace(header, " ")).Select(word => word.Value.ToLowerInvariant())];

    /// <summary>The words for a meaning in sheets of a type of fact, apart from its name.</summary>
    public static IEnumerable<string> AliasesOf(SheetKind kind, ColumnMeaning meaning) =>
        (
            meaning.Kind == MeaningKind.Further
                ? FurtherFacts.AliasesOf(kind.Name, meaning.FurtherType!)
                : ByMeaning.GetValueOrDefault(meaning.Name) ?? []
        ).Concat(IsMainParty(kind, meaning) ? OfMainParty.Where(word => IsFitting(word, meaning.Field!)) : []);

    private static bool IsMainParty(SheetKind kind, ColumnMeaning meaning) =>
        meaning is { Kind: MeaningKind.Field, Field: { } field } && field == kind.MainParty;

    /// <summary>A column headed "Country" is none of persons or towns.</summary>
    private static bool IsFitting(string word, FactField field) =>
        word is "name" or "entity" or "party" || field.Kinds.Count == 0 || field.Kinds.Contains(EntityKind.Polity);

    [GeneratedRegex(@"\([^)]*\)|\[[^\]]*\]")]
    private static partial Regex InBrackets();

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+")]
    private static partial Regex Word();
}
