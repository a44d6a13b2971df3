using System.Net.Sockets;
using ArtsakhLedger.Database;
using Npgsql;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Serving;

public sealed class WhatIsAwayTests
{
    [Theory]
    [InlineData(PostgresErrorCodes.AdminShutdown)]
    [InlineData(PostgresErrorCodes.CannotConnectNow)]
    [InlineData(PostgresErrorCodes.TooManyConnections)]
    [InlineData(PostgresErrorCodes.InvalidPassword)]
    [InlineData(PostgresErrorCodes.InvalidCatalogName)]
    public void A_server_that_lets_nobody_in_is_away(string state) =>
        DatabaseErrors.IsUnavailable(new InvalidOperationException("wrapped", Refusal(state))).ShouldBeTrue();

    [Theory]
    [InlineData(PostgresErrorCodes.UndefinedTable)]
    [InlineData(PostgresErrorCodes.SyntaxError)]
    [InlineData(PostgresErrorCodes.InvalidParameterValue)]
    [InlineData(PostgresErrorCodes.InsufficientPrivilege)]
    [InlineData(PostgresErrorCodes.ObjectNotInPrerequisiteState)]
    public void A_statement_that_the_server_refuses_is_a_defect(string state) =>
        DatabaseErrors.IsUnavailable(Refusal(state)).ShouldBeFalse();

    [Fact]
    public void A_broken_connection_is_away_but_a_broken_file_or_a_misused_connection_is_a_defect()
    {
        DatabaseErrors.IsUnavailable(new NpgsqlException("broken", new SocketException())).ShouldBeTrue();
        DatabaseErrors.IsUnavailable(new NpgsqlException("bytes that nobody waited for")).ShouldBeTrue();
        DatabaseErrors.IsUnavailable(new NpgsqlOperationInProgressException(new NpgsqlCommand())).ShouldBeFalse();
        DatabaseErrors.IsUnavailable(new IOException("a file")).ShouldBeFalse();
    }

    private static PostgresException Refusal(string state) => new("refused", "FATAL", "FATAL", state);
}
