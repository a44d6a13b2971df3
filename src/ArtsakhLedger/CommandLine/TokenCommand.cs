using ArtsakhLedger.Access;
using ArtsakhLedger.Ledger;
using JasperFx.CommandLine;

namespace ArtsakhLedger.CommandLine;

public sealed class TokenInput
{
    [Description("What to do: issue")]
    public string Action { get; set; } = "";

    [Description("The author's name, as every history shows it")]
    public string? NameFlag { get; set; }

    [Description("What identifies the author, such as reading-room")]
    public string? SubjectFlag { get; set; }

    [Description("contributor (records facts and sources) or editor (also corrects, retracts and prefers)")]
    public string? RoleFlag { get; set; }

    [Description("How long it is good: minutes, hours or days, such as 12h; by default 30d")]
    public string ExpiresFlag { get; set; } = "30d";
}

/// <summary>Issues the ledger's own tokens. Only the token goes to standard output, so that a script can read it.</summary>
[Description("Issue a token that lets an author write", Name = "token")]
public sealed class TokenCommand : LedgerCommand<TokenInput>
{
    public TokenCommand(CommandContext context)
        : base(context) =>
        Usage("Issue a token: token issue --name \"Reading Room\" --subject reading-room --role contributor")
            .Arguments(input => input.Action);

    protected override async Task<bool> RunAsync(TokenInput input, CancellationToken cancellation)
    {
        if (input.Action != "issue")
        {
            throw new AccessException(
                $"There is no action '{input.Action}'. Write: token issue --name \"Reading Room\" --subject reading-room --role contributor."
            );
        }

        var settings = AccessSettings.From(Configuration);
        if (settings.Authority is { } authority)
        {
            throw new AccessException(
                $"This ledger accepts only tokens from {authority.OriginalString} (Access:Authority): get one there."
            );
        }

        if (input.RoleFlag is not { } role || !Role.All.Contains(role))
        {
            throw new AccessException($"Say which role the token gives: --role {string.Join(" or --role ", Role.All)}.");
        }

        if (input.SubjectFlag is not { } subject || input.NameFlag is not { } name)
        {
            throw new AccessException(
                "Say whose the token is: --subject reading-room --name \"Reading Room\". Both are shown with whatever is recorded with it."
            );
        }

        var author = Author.From(subject, name);
        var now = DateTimeOffset.UtcNow;
        var until = now + TokenLifetime.Parse(input.ExpiresFlag);
        Output.WriteLine(new LedgerTokens(settings).Issue(author, role, now, until));
        await Error.WriteLineAsync(
            $"{author.Name} ({author.Subject}) may write as {role} until {until:yyyy-MM-dd'T'HH:mm:ss'Z'}. Whoever has the token can, so keep it secret."
        );
        return true;
    }
}
