using System.Net.Sockets;
using Npgsql;

namespace ArtsakhLedger.Database;

/// <summary>Classifies errors of the database.</summary>
public static class DatabaseErrors
{
    // Prefixes of SQLSTATE: connection, authorization, no such database, resources, shutdown or startup, disk; and queries that a replica
    // cancelled because they conflicted with replay.
    private static readonly string[] UnavailableStates = ["08", "25006", "28", "3D", "53", "57P", "58", "40001"];

    /// <summary>Whether an error means that the database answers questions, but records nothing: its disk is full, or it is read-only.</summary>
    public static bool RefusesWritesOnly(Exception exception) =>
        StateOf(exception) is PostgresErrorCodes.DiskFull or PostgresErrorCodes.ReadOnlySqlTransaction;

    /// <summary>What is wrong with a database that cannot be used, as a clause for anybody who asks: without names of hosts, users and files.</summary>
    public static string ReasonOf(Exception exception) =>
        StateOf(exception) switch
        {
            PostgresErrorCodes.DiskFull => "its disk is full",
            PostgresErrorCodes.ReadOnlySqlTransaction => "it is read-only",
            PostgresErrorCodes.TooManyConnections => "it takes no more connections",
            PostgresErrorCodes.OutOfMemory => "it is out of memory",
            PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow =>
                "it is starting or stopping",
            PostgresErrorCodes.InvalidCatalogName => "it does not exist",
            { } login when login.StartsWith("28", StringComparison.Ordinal) => "it refuses the service's login",
            { } broken when broken.StartsWith("58", StringComparison.Ordinal) => "it cannot read or write its files",
            _ => "it cannot be reached",
        };

    /// <summary>Why a server does not start, from what it logged: a clause like that of <see cref="ReasonOf"/>.</summary>
    public static string ReasonOfStart(string logged) =>
        logged.Contains("No space left on device", StringComparison.Ordinal)
            ? "its disk is full"
            : "it has stopped, and does not start again";

    /// <summary>Whether an error means that the database cannot be reached or used at present, rather than that the statement is wrong.</summary>
    public static bool IsUnavailable(Exception exception) =>
        exception switch
        {
            PostgresException refusal => Array.Exists(
                UnavailableStates,
                state => refusal.SqlState.StartsWith(state, StringComparison.Ordinal)
            ),
            NpgsqlOperationInProgressException => false, // a bug in this program
            NpgsqlException => true,
            // Includes unknown host names, such as that of a stopped container.
            SocketException => true,
            _ => exception.InnerException is { } inner && IsUnavailable(inner),
        };

    private static string? StateOf(Exception exception) =>
        exception switch
        {
            PostgresException refusal => refusal.SqlState,
            _ => exception.InnerException is { } inner ? StateOf(inner) : null,
        };
}
