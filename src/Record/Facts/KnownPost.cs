namespace ArtsakhLedger.Facts;

/// <summary>A post that facts may name although no entity describes it. Any other post is an entity of its own.</summary>
/// <param name="Name">The id of the post, which is also the name of the kind of its tenures.</param>
/// <param name="Words">The post in a sentence.</param>
/// <param name="HasOneSeat">Whether one person holds it at a time: in a mission, one for each country or organisation.</param>
/// <param name="IsMission">Whether it is a post to a country or an organisation.</param>
public sealed record KnownPost(string Name, string Words, bool HasOneSeat, bool IsMission = false)
{
    private static readonly Dictionary<string, KnownPost> ByName;

    static KnownPost() => ByName = All.ToDictionary(post => post.Name);

    /// <summary>All of them, in the order in which answers list their holders.</summary>
    public static IReadOnlyList<KnownPost> All { get; } =
    [
        new("head-of-state", "head of state", HasOneSeat: true),
        new("president", "president", HasOneSeat: true),
        new("vice-president", "vice president", HasOneSeat: true),
        new("prime-minister", "prime minister", HasOneSeat: true),
        new("foreign-minister", "foreign minister", HasOneSeat: true),
        new("deputy-foreign-minister", "deputy foreign minister", HasOneSeat: false),
        new("defence-minister", "defence minister", HasOneSeat: true),
        new("speaker", "speaker", HasOneSeat: true),
        new("ambassador", "ambassador", HasOneSeat: true, IsMission: true),
        new("permanent-representative", "permanent representative", HasOneSeat: true, IsMission: true),
        new("charge", "chargé d'affaires", HasOneSeat: true, IsMission: true),
        new("special-representative", "special representative", HasOneSeat: false, IsMission: true),
        new("consul", "consul", HasOneSeat: false, IsMission: true),
    ];

    /// <summary>The post with this id; null if it has to be described.</summary>
    public static KnownPost? Named(string name) => ByName.GetValueOrDefault(name);
}
