using System.Net.Sockets;
using Npgsql;

namespace ArtsakhLedger.Database;

/// <summary>Classifies errors of the database.</summary>
public static class DatabaseErrors
{
    // Prefixes of SQLSTATE: connection, authorization, no such database, resources, shutdown or startup, disk; and queries that a replica
    // cancelled because they conflicted with replay.
    private static readonly string[] UnavailableStates = ["08", "28", "3D", "53", "57P", "58", "40001"];

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
}
