using System.Globalization;
using ArtsakhLedger.PackedHistories;
using ArtsakhLedger.StateAsOf;
using MySqlConnector;

namespace Benchmarks.AsOf.MariaDb;

/// <summary>Answers questions for a state from MariaDB: one prepared statement finds the entries, and the nearest days on which another begins or ends.</summary>
/// <param name="connectionString">Empty where MariaDB is not installed; then there are no answers.</param>
public sealed class MariaDbAnswers(string connectionString)
{
    private const int Head = 0,
        Held = 1,
        Ended = 2,
        Begins = 3;

    private static readonly string PlainNow = Statement("plain", "", $"and known_to = {MariaDbTables.StillKnown}");
    private static readonly string PlainThen = Statement("plain", "", "and known_from <= @at and known_to > @at");
    private static readonly string VersionedNow = Statement("versioned", "", "");
    private static readonly string VersionedThen = Statement(
        "versioned",
        $"for system_time as of timestamp from_unixtime({MariaDbTables.Epoch} + @at)",
        ""
    );

    /// <summary>The answer, for a day up to the record date; to be disposed of.</summary>
    public async Task<JsonBuffer> AnswerAsync(StateQuestion question, bool versioned, CancellationToken cancellation)
    {
        await using var connection = new MySqlConnection(connectionString);
        await connection.OpenAsync(cancellation);
        var now = question.KnownAt is null;
        await using var command = new MySqlCommand(
            versioned
                ? now
                    ? VersionedNow
                    : VersionedThen
                : now
                    ? PlainNow
                    : PlainThen,
            connection
        );
        var day = (int)question.On.First.DayNumber;
        command.Parameters.AddWithValue("@polity", question.Polity);
        command.Parameters.AddWithValue("@day", day);
        command.Parameters.AddWithValue("@at", now ? MariaDbTables.StillKnown : int.Parse(question.KnownAt!, CultureInfo.InvariantCulture));
        await command.PrepareAsync(cancellation);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var sink = new JsonBuffer();
        var held = new List<(int Ordinal, byte[] Json)>(32);
        var (from, until, touched, recordDay, anyCertain) = (int.MinValue, int.MaxValue, 0, 0, false);
        byte[] knownAt = [];
        while (await reader.ReadAsync(cancellation))
        {
            switch (reader.GetInt32(0))
            {
                case Head:
                    (touched, recordDay, knownAt) = (reader.GetInt32(2), reader.GetInt32(3), (byte[])reader.GetValue(6));
                    sink.Write("{\"polity\":"u8);
                    sink.Write((byte[])reader.GetValue(5));
                    break;
                case Held:
                    held.Add((reader.GetInt32(1), (byte[])reader.GetValue(5)));
                    (from, until) = (Math.Max(from, reader.GetInt32(2)), Math.Min(until, reader.GetInt32(3)));
                    anyCertain |= reader.GetInt32(4) != 0;
                    break;
                case Ended:
                    from = Math.Max(from, reader.GetInt32(2));
                    break;
                case Begins:
                    until = Math.Min(until, reader.GetInt32(2));
                    break;
            }
        }

        held.Sort(static (one, other) => one.Ordinal.CompareTo(other.Ordinal));
        sink.Write(",\"on\":"u8);
        sink.WriteDay(day);
        sink.Write(knownAt);
        sink.Write(",\"existence\":"u8);
        sink.Write(held[0].Json);
        PolityHistory.WriteUnchanged(sink, from, anyCertain ? Math.Min(until, recordDay + 1) : until);
        sink.Write(",\"entries\":["u8);
        for (var i = 1; i < held.Count; i++)
        {
            sink.Write(i == 1 ? ""u8 : ","u8);
            sink.Write(held[i].Json);
        }

        sink.Write("],\"self\":\""u8);
        sink.WritePlain(question.Address(touched.ToString(CultureInfo.InvariantCulture)));
        sink.Write("\"}"u8);
        return sink;
    }

    private static string Statement(string table, string asOf, string known) =>
        $"""
            (select {Head}, 0, touched, record_day, 0, polity_json, known_at from bench.heads
                where polity = @polity and known_from <= @at order by known_from desc limit 1)
            union all
            (select {Held}, ordinal, valid_from, valid_to, certain, body, '' from bench.{table} {asOf}
                where polity = @polity and valid_from <= @day and valid_to > @day {known})
            union all
            (select {Ended}, 0, valid_to, 0, 0, '', '' from bench.{table} {asOf}
                where polity = @polity and valid_to <= @day {known} order by valid_to desc limit 1)
            union all
            (select {Begins}, 0, valid_from, 0, 0, '', '' from bench.{table} {asOf}
                where polity = @polity and valid_from > @day {known} order by valid_from limit 1)
            """;
}
