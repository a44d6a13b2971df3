using System.Collections.Concurrent;
using ArtsakhLedger.RulesOfTime;

namespace ArtsakhLedger.Facts;

/// <summary>A kind of episode, with how the rules of time treat it and how it is put into words.</summary>
public sealed class EpisodeKind
{
    private static readonly ConcurrentDictionary<string, EpisodeKind> PostsByName = new();

    private readonly Func<EpisodeWords, string> statement;

    private EpisodeKind(string name, Nature nature, int order, Func<EpisodeWords, string> statement)
    {
        (Name, Nature, Order) = (name, nature, order);
        this.statement = statement;
    }

    /// <summary>The polity's own life.</summary>
    public static EpisodeKind Existence { get; } = new("existence", Nature.Life, 0, words => $"{words.Polity} existed");

    /// <summary>A tenure as minister of foreign affairs, a post with one holder at a time.</summary>
    public static EpisodeKind ForeignMinister { get; } =
        new(
            "foreign-minister",
            Nature.Post,
            1,
            words =>
                words["capacity"] is null or "full"
                    ? $"{words.Party} was foreign minister"
                    : $"{words.Party} was {words["capacity"]} foreign minister"
        );

    /// <summary>The kind of a post with one holder at a time: the foreign minister's, or another, which is named after the post.</summary>
    /// <returns>Null if the name is that of another kind.</returns>
    public static EpisodeKind? OfPost(string post) =>
        All.FirstOrDefault(kind => kind.Name == post) is { } known
            ? known.Nature == Nature.Post
                ? known
                : null
            : PostsByName.GetOrAdd(
                post,
                name =>
                    new(
                        name,
                        Nature.Post,
                        ForeignMinister.Order + 1,
                        words => $"{words.Party} was {words["post"] ?? name.Replace('-', ' ')}"
                    )
            );

    public static EpisodeKind Institution { get; } =
        new(
            "institution",
            Nature.Institution,
            3,
            words => words["city"] is null ? $"{words.Party} existed" : $"{words.Party} had its seat in {words["city"]}"
        );

    public static EpisodeKind Territory { get; } =
        new(
            "territory",
            Nature.Carried,
            4,
            words =>
                words["extent"] is null ? $"{words.Polity} held {words.Party}" : $"{words.Polity} held {words["extent"]} of {words.Party}"
        );

    public static EpisodeKind Office { get; } =
        new(
            "office",
            Nature.Carried,
            5,
            words =>
                $"{words.Polity} had a representative office in {words.Party}{(words["accreditedTo"] is { } others ? $", also for {others}" : "")}"
        );

    /// <summary>Recognition of the polity by another party.</summary>
    public static EpisodeKind RecognitionBy { get; } =
        new("recognition-by", Nature.LastingCarried, 6, words => $"{words.Party} recognised {words.Polity}");

    /// <summary>Recognition of another party by the polity.</summary>
    public static EpisodeKind RecognitionOf { get; } =
        new("recognition-of", Nature.LastingCarried, 7, words => $"{words.Polity} recognised {words.Party}");

    /// <summary>Diplomatic relations of the polity, or of two others, which are then not tied to its life.</summary>
    public static EpisodeKind DiplomaticRelations { get; } =
        new(
            "diplomatic-relations",
            Nature.LastingCarried,
            8,
            words => $"{words["between"] ?? words.Polity} and {words.Party} had diplomatic relations"
        );

    /// <summary>A membership of the polity, or of an association, team or chamber, which then carries it.</summary>
    public static EpisodeKind Membership { get; } =
        new("membership", Nature.LastingCarried, 9, words => $"{words["member"] ?? words.Polity} was a member of {words.Party}");

    public static EpisodeKind Convention { get; } =
        new("convention", Nature.LastingCarried, 10, words => $"{words.Polity} was a signatory to {words.Party}");

    public static EpisodeKind VisaWaiver { get; } =
        new(
            "visa-waiver",
            Nature.LastingCarried,
            11,
            words =>
                words["mutual"] is null
                    ? $"Citizens of {words.Polity} needed no visa for {words.Party}"
                    : $"{words.Polity} and {words.Party} had abolished visas for each other's citizens"
        );

    public static EpisodeKind PassportAcceptance { get; } =
        new(
            "passport-acceptance",
            Nature.LastingCarried,
            12,
            words => $"Passports of {words.Polity} could be used to travel to {words.Party}"
        );

    /// <summary>Carried by the towns, not by the polity.</summary>
    public static EpisodeKind Twinning { get; } =
        new("twinning", Nature.Others, 13, words => $"{words["town"]} was twinned with {words.Party}");

    /// <summary>Carried by the foreign parliament, not by the polity.</summary>
    public static EpisodeKind FriendshipGroup { get; } =
        new("friendship-group", Nature.Others, 14, words => $"{words.Polity} had a friendship group with {words.Party}");

    /// <summary>Every kind, in the order in which answers list them.</summary>
    public static IReadOnlyList<EpisodeKind> All { get; } =
    [
        Existence,
        ForeignMinister,
        Institution,
        Territory,
        Office,
        RecognitionBy,
        RecognitionOf,
        DiplomaticRelations,
        Membership,
        Convention,
        VisaWaiver,
        PassportAcceptance,
        Twinning,
        FriendshipGroup,
    ];

    /// <summary>The name in ids, answers and the <c>kind</c> parameter, in kebab-case.</summary>
    public string Name { get; }

    /// <summary>How the rules of time treat it.</summary>
    public Nature Nature { get; }

    /// <summary>Its place in the order in which answers list kinds.</summary>
    public int Order { get; }

    /// <summary>The id of an episode of this kind: <c>{polity}/{kind}/{party}</c>, with <c>/2</c>, <c>/3</c> … for a further term.</summary>
    public string EpisodeOf(string polity, string party, int? term = null) =>
        term is > 1 ? $"{polity}/{Name}/{party}/{term}" : $"{polity}/{Name}/{party}";

    /// <summary>What an episode of this kind says, as a sentence without a date.</summary>
    public string StatementOf(EpisodeWords words) => statement(words);

    public override string ToString() => Name;
}

/// <summary>The words of which a statement is made.</summary>
/// <param name="Polity">The polity's name.</param>
/// <param name="Party">The party's name.</param>
/// <param name="Details">The entry's details, as words.</param>
public sealed record EpisodeWords(string Polity, string Party, IReadOnlyDictionary<string, string> Details)
{
    /// <summary>One detail; null if the facts do not give it.</summary>
    public string? this[string detail] => Details.GetValueOrDefault(detail);
}
