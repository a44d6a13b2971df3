using ArtsakhLedger.RulesOfTime;

namespace ArtsakhLedger.Facts;

/// <summary>A kind of episode, with how the rules of time treat it and how it is put into words. Kinds with the same name are equal.</summary>
public sealed class EpisodeKind : IEquatable<EpisodeKind>
{
    private const int FirstPost = 10;
    private const int OtherPosts = 30;

    private static readonly string[] Ordinals = ["third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

    private static readonly Dictionary<string, EpisodeKind> ByName;

    private readonly Func<EpisodeWords, string> statement;

    static EpisodeKind() => ByName = All.ToDictionary(kind => kind.Name);

    private EpisodeKind(string name, Nature nature, int order, Func<EpisodeWords, string> statement)
    {
        (Name, Nature, NatureBetweenOthers, Order) = (name, nature, nature, order);
        this.statement = statement;
    }

    /// <summary>The polity's own life.</summary>
    public static EpisodeKind Existence { get; } = new("existence", Nature.Life, 0, words => $"{words.Polity} existed");

    /// <summary>An official name of the polity.</summary>
    public static EpisodeKind OfficialName { get; } =
        new("name", Nature.LastingCarried, 1, words => $"The official name of {words.Polity} was {words["name"]}");

    /// <summary>Tenures of the posts that are known without being described.</summary>
    private static IReadOnlyList<EpisodeKind> KnownPosts { get; } =
    [.. KnownPost.All.Select((post, i) => OfPost(post.Name, post.Words, FirstPost + i))];

    /// <summary>A tenure as minister of foreign affairs, a post with one holder at a time.</summary>
    public static EpisodeKind ForeignMinister { get; } = KnownPosts.Single(kind => kind.Name == "foreign-minister");

    public static EpisodeKind Institution { get; } =
        new(
            "institution",
            Nature.Institution,
            31,
            words => words["city"] is null ? $"{words.Party} existed" : $"{words.Party} had its seat in {words["city"]}"
        );

    public static EpisodeKind Territory { get; } =
        new(
            "territory",
            Nature.Carried,
            32,
            words =>
                words["extent"] is null ? $"{words.Polity} held {words.Party}" : $"{words.Polity} held {words["extent"]} of {words.Party}"
        );

    /// <summary>A mission of the polity abroad.</summary>
    public static EpisodeKind Office { get; } = new("office", Nature.Carried, 33, MissionStatements.OfOffice);

    /// <summary>A mission of somebody else in the polity.</summary>
    public static EpisodeKind HostedOffice { get; } = new("hosted-office", Nature.Carried, 34, MissionStatements.OfHostedOffice);

    /// <summary>Recognition of the polity by another party.</summary>
    public static EpisodeKind RecognitionBy { get; } =
        new("recognition-by", Nature.LastingCarried, 35, words => RecognitionStatement(words, words.Party, words.Polity));

    /// <summary>Recognition of another party by the polity.</summary>
    public static EpisodeKind RecognitionOf { get; } =
        new("recognition-of", Nature.LastingCarried, 36, words => RecognitionStatement(words, words.Polity, words.Party));

    /// <summary>Diplomatic relations of the polity, or of two others, which are then not tied to its life.</summary>
    public static EpisodeKind DiplomaticRelations { get; } =
        new(
            "diplomatic-relations",
            Nature.LastingCarried,
            37,
            words =>
                words.IsSuspended
                    ? $"Diplomatic relations between {words["between"] ?? words.Polity} and {words.Party} were suspended"
                    : $"{words["between"] ?? words.Polity} and {words.Party} had diplomatic relations{words.After("at", "level", " level")}"
        )
        {
            NatureBetweenOthers = Nature.LastingFree,
        };

    /// <summary>A membership of the polity, or of an association, team or chamber, which then carries it.</summary>
    public static EpisodeKind Membership { get; } =
        new(
            "membership",
            Nature.LastingCarried,
            38,
            words =>
                words.IsSuspended
                    ? $"The membership of {words["member"] ?? words.Polity} in {words.Party} was suspended"
                    : $"{words["member"] ?? words.Polity} was {MembershipStatement(words["status"])} {words.Party}"
        )
        {
            NatureBetweenOthers = Nature.Others,
        };

    /// <summary>A convention or another treaty to which the polity was a party.</summary>
    public static EpisodeKind Convention { get; } =
        new(
            "convention",
            Nature.LastingCarried,
            39,
            words =>
                words["status"] switch
                {
                    "ratified" => $"{words.Polity} had ratified {words.Party}",
                    "in-force" => $"{words.Polity} was a party to {words.Party}",
                    _ => $"{words.Polity} was a signatory to {words.Party}",
                }
        );

    public static EpisodeKind VisaWaiver { get; } =
        new(
            "visa-waiver",
            Nature.LastingCarried,
            40,
            words =>
                words["mutual"] is null
                    ? $"Citizens of {words.Polity} needed no visa for {words.Party}"
                    : $"{words.Polity} and {words.Party} had abolished visas for each other's citizens"
        );

    public static EpisodeKind PassportAcceptance { get; } =
        new(
            "passport-acceptance",
            Nature.LastingCarried,
            41,
            words => $"Passports of {words.Polity} could be used to travel to {words.Party}"
        );

    /// <summary>Carried by the towns, not by the polity.</summary>
    public static EpisodeKind Twinning { get; } =
        new("twinning", Nature.Others, 42, words => $"{words["town"]} was twinned with {words.Party}");

    /// <summary>Carried by the foreign parliament, not by the polity.</summary>
    public static EpisodeKind FriendshipGroup { get; } =
        new("friendship-group", Nature.Others, 43, words => $"{words.Polity} had a friendship group with {words.Party}");

    /// <summary>Hostilities between the polity and an opponent, or between two others.</summary>
    public static EpisodeKind War { get; } =
        new("war", Nature.Free, 44, words => $"{words["between"] ?? words.Polity} was at war with {words.Party}");

    /// <summary>Carried by those who impose them.</summary>
    public static EpisodeKind Sanctions { get; } =
        new(
            "sanctions",
            Nature.Others,
            45,
            words => $"{words.Party} had sanctions in force against {words["upon"] ?? words.Polity}{words.InParentheses("measures")}"
        );

    /// <summary>Every kind that is known without being described, in the order in which answers list them.</summary>
    public static IReadOnlyList<EpisodeKind> All { get; } =
    [
        Existence,
        OfficialName,
        .. KnownPosts,
        Institution,
        Territory,
        Office,
        HostedOffice,
        RecognitionBy,
        RecognitionOf,
        DiplomaticRelations,
        Membership,
        Convention,
        VisaWaiver,
        PassportAcceptance,
        Twinning,
        FriendshipGroup,
        War,
        Sanctions,
    ];

    /// <summary>The name in ids, answers and the <c>kind</c> parameter, in kebab-case.</summary>
    public string Name { get; }

    /// <summary>How the rules of time treat it.</summary>
    public Nature Nature { get; }

    /// <summary>How the rules of time treat one that is not the polity's own.</summary>
    public Nature NatureBetweenOthers { get; private init; }

    /// <summary>Its place in the order in which answers list kinds; all posts that are entities share one.</summary>
    public int Order { get; }

    /// <summary>Whether it is known without being described; otherwise it is a post, which an entity describes.</summary>
    public bool IsKnown => ByName.ContainsKey(Name);

    /// <summary>The kind of a post's tenures: it is named after the post.</summary>
    /// <returns>Null if the name is that of another kind.</returns>
    public static EpisodeKind? OfPost(string post) =>
        ByName.GetValueOrDefault(post) is { } known
            ? known.Nature == Nature.Post
                ? known
                : null
            : OfPost(post, post.Replace('-', ' '), OtherPosts);

    /// <summary>The kind with this name; where none is known, the one that a post with this id would have.</summary>
    public static EpisodeKind Named(string name) => ByName.GetValueOrDefault(name) ?? OfPost(name)!;

    /// <summary>The id of a thing of this kind, and of its first period: <c>{polity}/{kind}/{party}</c>.</summary>
    public string EpisodeOf(string polity, string party) => $"{polity}/{Name}/{party}";

    /// <summary>What an episode of this kind says, as a sentence without a date.</summary>
    public string StatementOf(EpisodeWords words) => PartyNames.WithCapitalArticle(statement(words) + TimeInWords(words.Period));

    public bool Equals(EpisodeKind? other) => other is not null && other.Name == Name;

    public override bool Equals(object? obj) => Equals(obj as EpisodeKind);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);

    public static bool operator ==(EpisodeKind? one, EpisodeKind? other) => one is null ? other is null : one.Equals(other);

    public static bool operator !=(EpisodeKind? one, EpisodeKind? other) => !(one == other);

    public override string ToString() => Name;

    private static EpisodeKind OfPost(string name, string words, int order) =>
        new(
            name,
            Nature.Post,
            order,
            entry => $"{entry.Party} was {PostInWords.Of(entry["post"] ?? words, entry["to"], entry["capacity"])}"
        );

    private static string RecognitionStatement(EpisodeWords words, string by, string of) =>
        words.IsSuspended ? $"Recognition of {of} by {by} was suspended" : $"{by} recognised {of}{words.After("", "form")}";

    /// <summary>Which of several times it held: "again"; nothing for the first.</summary>
    private static string TimeInWords(int period) =>
        period switch
        {
            <= 1 => "",
            2 => " again",
            <= 10 => $" for the {Ordinals[period - 3]} time",
            _ => $" (period {period})",
        };

    private static string MembershipStatement(string? status) =>
        status switch
        {
            "observer" => "an observer in",
            "associate" => "an associate member of",
            _ => "a member of",
        };
}
