using System.Diagnostics;
using System.Globalization;
using System.Text;
using ArtsakhLedger.Database;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.PackedHistories;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.StateAsOf;
using Microsoft.Extensions.Logging.Abstractions;
using MySqlConnector;

namespace Benchmarks.AsOf.MariaDb;

/// <summary>What the product's histories hold, as rows of MariaDB: once in a table with columns for both times, once in a system-versioned one.</summary>
internal static class MariaDbTables
{
    /// <summary>The position that stands for "still known".</summary>
    public const int StillKnown = int.MaxValue;

    /// <summary>The record time of position 0 in the system-versioned table, in Unix seconds; every position is a second later.</summary>
    public const int Epoch = 1_000_000_000;

    private const string Tables = """
        create or replace database bench;
        create table bench.heads (
            polity varchar(64) character set ascii collate ascii_bin not null, known_from int not null, touched int not null, record_day int not null,
            polity_json blob not null, known_at blob not null,
            primary key (polity, known_from));
        create table bench.plain (
            polity varchar(64) character set ascii collate ascii_bin not null, ordinal int not null, valid_from int not null, valid_to int not null,
            known_from int not null, known_to int not null, certain bool not null, body blob not null,
            primary key (polity, ordinal, valid_from),
            key by_start (polity, valid_from, valid_to, known_from, known_to),
            key by_end (polity, valid_to, valid_from, known_to, known_from),
            key still_known (polity, known_to, valid_from, valid_to));
        create table bench.versioned (
            polity varchar(64) character set ascii collate ascii_bin not null, ordinal int not null, valid_from int not null, valid_to int not null,
            row_start timestamp(6) generated always as row start, row_end timestamp(6) generated always as row end, certain bool not null, body blob not null,
            period for system_time (row_start, row_end),
            primary key (polity, ordinal, valid_from, row_end),
            key by_start (polity, valid_from, valid_to, row_start, row_end),
            key by_end (polity, valid_to, valid_from, row_end, row_start),
            key still_known (polity, row_end, valid_from, valid_to)) with system versioning;
        """;

    /// <summary>Fills them from a ledger.</summary>
    public static async Task FillAsync(MariaDbServer server, string ledger, int polities)
    {
        var watch = Stopwatch.StartNew();
        await using var connection = new MySqlConnection(server.ConnectionString);
        await connection.OpenAsync();
        await ExecuteAsync(connection, Tables);
        var (heads, rows) = (Path.Combine(server.Folder, "heads.tsv"), Path.Combine(server.Folder, "rows.tsv"));
        var count = await WriteAsync(ledger, polities, heads, rows);
        await ExecuteAsync(
            connection,
            $"""
            load data infile '{heads}' into table bench.heads character set binary;
            load data infile '{rows}' into table bench.plain character set binary;
            """
        );
        File.Delete(heads);
        File.Delete(rows);

        // The same history that SET @@timestamp before every single change would leave.
        await ExecuteAsync(
            connection,
            $"""
            set system_versioning_insert_history = 1;
            insert into bench.versioned (polity, ordinal, valid_from, valid_to, row_start, row_end, certain, body)
                select polity, ordinal, valid_from, valid_to, from_unixtime({Epoch} + known_from),
                    if(known_to = {StillKnown}, timestamp '2038-01-19 03:14:07.999999', from_unixtime({Epoch} + known_to)), certain, body
                from bench.plain;
            analyze table bench.heads, bench.plain, bench.versioned;
            """
        );
        Console.WriteLine($"{count:N0} rows in MariaDB, twice, in {watch.Elapsed.TotalSeconds:N0} s.");
    }

    private static async Task<int> WriteAsync(string ledger, int polities, string headsFile, string rowsFile)
    {
        await using var database = LedgerDatabase.Create(ledger);
        using var reader = new LedgerReader(database);
        await using var heads = new StreamWriter(headsFile);
        await using var rows = new StreamWriter(rowsFile);
        var through = (await reader.HeadAsync(CancellationToken.None)).Position;
        var count = 0;
        for (var number = 1; number <= polities; number++)
        {
            using var histories = new Histories(reader, NullLogger<Histories>.Instance);
            var polity = SyntheticWorld.Polity(number);
            PolityHistory? history;
            while ((history = await histories.FindAsync(polity, through, CancellationToken.None)) is null)
            {
                await Task.Delay(2);
            }

            foreach (var position in history.Positions)
            {
                var head = history.HeadAt(position)!.Value;
                Write(
                    heads,
                    polity,
                    position,
                    head.Touched,
                    StateOnDate.RecordDateOf(head.RecordedAt).DayNumber,
                    Text(sink => history.WritePolity(sink, head)),
                    Text(sink => PolityHistory.WriteKnownAt(sink, head))
                );
            }

            foreach (var (ordinal, extent, certainty, json) in history.Rows())
            {
                Write(
                    rows,
                    polity,
                    ordinal,
                    extent.Start,
                    extent.End,
                    extent.From,
                    extent.Until,
                    certainty == Certainty.Certain ? 1 : 0,
                    Encoding.UTF8.GetString(json)
                );
                count++;
            }
        }

        return count;
    }

    /// <summary>A line of tab-separated values as MariaDB reads them.</summary>
    private static void Write(StreamWriter file, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            file.Write(i == 0 ? "" : "\t");
            file.Write(Convert.ToString(values[i], CultureInfo.InvariantCulture)!.Replace(@"\", @"\\", StringComparison.Ordinal));
        }

        file.Write('\n');
    }

    private static string Text(Action<JsonBuffer> write)
    {
        using var sink = new JsonBuffer();
        write(sink);
        return Encoding.UTF8.GetString(sink.Written.Span);
    }

    private static async Task ExecuteAsync(MySqlConnection connection, string statements)
    {
        await using var command = new MySqlCommand(statements, connection);
        await command.ExecuteNonQueryAsync();
    }
}
