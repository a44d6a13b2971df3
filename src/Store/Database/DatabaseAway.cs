using System.Net.Sockets;
using Npgsql;

namespace ArtsakhLedger.Database;

/// <summary>Tells a database that is away from one that refuses.</summary>
public static class DatabaseAway
{
    // Beginnings of SQLSTATEs: no connection, no admission, no such database, no room, stopped or starting, its disk fails; or a replica broke
    // a read off because it stood in the way of what is replayed.
    private static readonly string[] AwayStates = ["08", "28", "3D", "53", "57P", "58", "40001"];

    /// <summary>True where the database is not there, does not let us in, or broke off: no fault of the question, and over when it is back.</summary>
    public static bool Is(Exception exception) =>
        exception switch
        {
            PostgresException refusal => Array.Exists(AwayStates, state => refusal.SqlState.StartsWith(state, StringComparison.Ordinal)),
            NpgsqlOperationInProgressException => false, // a defect of the program
            NpgsqlException => true, // whatever else it says, it could not talk to the database
            // A name that nobody knows, which in a network of containers is that of one that is stopped.
            SocketException => true,
            _ => exception.InnerException is { } inner && Is(inner),
        };
}
