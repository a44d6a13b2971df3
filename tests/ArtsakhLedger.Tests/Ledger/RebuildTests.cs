using ArtsakhLedger.Tests.Running;
using Npgsql;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Ledger;

[OnEveryPostgres]
public sealed class RebuildTests(LedgerFixture ledger) : IClassFixture<LedgerFixture>
{
    [Fact]
    public async Task A_rebuild_of_the_read_model_gives_the_same_rows_and_the_same_answers()
    {
        const string question = "/polities/artsakh/state?on=2006-11-17&known-at=0001-article";
        var (rows, answer) = (await RowsAsync(), await ledger.GetAsync(question));

        var rebuilt = await LedgerProgram.RunAsync(ledger.ConnectionString, "projections", "rebuild");

        rebuilt.ExitCode.ShouldBe(0, rebuilt.Output);
        (await RowsAsync()).ShouldBe(rows);
        (await RowVersionsAsync()).ShouldBeGreaterThan(0, "the rows were really written anew");
        (await ledger.GetAsync(question)).ShouldBe(answer);
    }

    private async Task<List<string>> RowsAsync()
    {
        await using var connection = new NpgsqlConnection(ledger.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select f::text from ledger.facts f order by position", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }

    /// <summary>Rows of the read model whose transaction is later than that of the event they stand for.</summary>
    private async Task<long> RowVersionsAsync()
    {
        await using var connection = new NpgsqlConnection(ledger.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "select count(*) from ledger.facts f join ledger.positions p using (position) where f.xmin::text::bigint > p.xmin::text::bigint",
            connection
        );
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
