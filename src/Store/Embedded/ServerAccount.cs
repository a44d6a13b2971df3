namespace ArtsakhLedger.Embedded;

/// <summary>
/// The user that PostgreSQL runs as: the one that runs the service, or another one for root, since PostgreSQL refuses to run as root.
/// </summary>
internal sealed class ServerAccount
{
    private readonly string[] prefix;

    private ServerAccount(string? otherUser, string[] prefix)
    {
        OtherUser = otherUser;
        this.prefix = prefix;
    }

    /// <summary>The name of the user, if it is another one than the service's; otherwise null.</summary>
    public string? OtherUser { get; }

    public static ServerAccount ForCurrentProcess()
    {
        if (!Environment.IsPrivilegedProcess)
            return new ServerAccount(null, []);

        var (name, group) = UserToRunAs();
        if (SearchPath.Find("setpriv") is { } setpriv)
            return new ServerAccount(name, [setpriv, $"--reuid={name}", $"--regid={group}", "--init-groups", "--"]);
        if (SearchPath.Find("runuser") is { } runuser)
            return new ServerAccount(name, [runuser, "-u", name, "--"]);
        if (SearchPath.Find("sudo") is { } sudo)
            return new ServerAccount(name, [sudo, "-n", "-u", name, "--"]);
        throw new EmbeddedPostgresException(
            "PostgreSQL refuses to run as root, and none of setpriv, runuser and sudo is available to run it as another user: "
                + "run the service as another user, or give ConnectionStrings:Ledger."
        );
    }

    public async Task<ChildProcess> RunAsync(IEnumerable<string> command, CancellationToken ct) =>
        await ChildProcess.RunAsync([.. prefix, .. command], "/", ct);

    /// <summary>Creates a folder that only the server's user and root can enter.</summary>
    public async Task CreatePrivateFolderAsync(string path, CancellationToken ct)
    {
        const UnixFileMode ownerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        Directory.CreateDirectory(path, ownerOnly);
        File.SetUnixFileMode(path, ownerOnly);
        if (OtherUser is not null)
        {
            var owned = await ChildProcess.RunAsync(["chown", OtherUser, path], "/", ct);
            if (!owned.Succeeded)
                throw new EmbeddedPostgresException($"Cannot give {path} to the user {OtherUser}: {owned.Output}");
        }
    }

    /// <summary>Whether the server's user can enter a folder. The kernel is asked, which knows groups and access lists.</summary>
    public async Task<bool> CanEnterAsync(string path, CancellationToken ct) => (await RunAsync(["test", "-x", path], ct)).Succeeded;

    // initdb looks up its user by id, so the user must have an entry in /etc/passwd.
    private static (string Name, string Group) UserToRunAs()
    {
        var users = File.ReadLines("/etc/passwd").Select(line => line.Split(':')).Where(fields => fields.Length >= 4).ToList();
        var user =
            users.Find(u => u[0] == "postgres")
            ?? users.Find(u => u[0] == "nobody")
            ?? throw new EmbeddedPostgresException(
                "PostgreSQL refuses to run as root, and there is neither a user postgres nor nobody to run it as: "
                    + "run the service as another user, or give ConnectionStrings:Ledger."
            );
        return (user[0], user[3]);
    }
}
