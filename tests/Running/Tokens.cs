using ArtsakhLedger.Access;
using ArtsakhLedger.Ledger;

namespace ArtsakhLedger.Tests.Running;

/// <summary>Tokens for the services that the tests start, all with one key.</summary>
public static class Tokens
{
    private static readonly DirectoryInfo Folder = Directory.CreateTempSubdirectory("artsakh-ledger-tokens-");
    private static readonly LedgerTokens Issued = new(Settings());

    static Tokens() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Folder.Delete(recursive: true);

    /// <summary>What Access:KeyFile names in the tests' services.</summary>
    public static string KeyFile => Path.Combine(Folder.FullName, "token-key");

    public static string OfContributor { get; } = Of(Role.Contributor);

    public static string OfEditor { get; } = Of(Role.Editor);

    /// <summary>A token that is good for an hour from now, or for another time.</summary>
    public static string Of(
        string role,
        string subject = "reading-room",
        string name = "Reading Room",
        TimeSpan? until = null,
        string audience = AccessSettings.DefaultAudience
    ) =>
        (audience == AccessSettings.DefaultAudience ? Issued : new LedgerTokens(Settings() with { Audience = audience })).Issue(
            Author.From(subject, name),
            role,
            DateTimeOffset.UtcNow.AddDays(-1),
            DateTimeOffset.UtcNow + (until ?? TimeSpan.FromHours(1))
        );

    private static AccessSettings Settings() =>
        new(null, AccessSettings.DefaultAudience, AccessSettings.DefaultRoleClaim, KeyFile, AccessSettings.DefaultWritesPerMinute);
}
