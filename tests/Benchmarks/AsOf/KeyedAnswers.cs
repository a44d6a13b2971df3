using System.Globalization;
using ArtsakhLedger.PackedHistories;
using Microsoft.AspNetCore.Http;
using Npgsql;
using NpgsqlTypes;
using Wolverine.Http;

namespace Benchmarks.AsOf;

/// <summary>The yardstick: the same bytes, each as one row by primary key, through the same endpoint pipeline.</summary>
public sealed class KeyedAnswers(string connectionString) : IAsyncDisposable
{
    // Prepared once a connection, on a connection of the service's own rights.
    private readonly NpgsqlDataSource database = NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(connectionString)
        {
            MaxAutoPrepare = 4,
            AutoPrepareMinUsages = 1,
            MaxPoolSize = 16,
        }
    );

    /// <summary>Fills the table and reads it once, so that it is in the server's memory.</summary>
    /// <returns>The sizes of the table and of that memory.</returns>
    public async Task<(string Table, string Memory)> FillAsync(IReadOnlyList<byte[]> answers)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using (
            var create = new NpgsqlCommand(
                """
                create schema if not exists bench;
                drop table if exists bench.answers;
                create table bench.answers (id bigint primary key, body bytea not null);
                alter table bench.answers alter column body set storage external;
                """,
                connection
            )
        )
        {
            await create.ExecuteNonQueryAsync();
        }

        await using (var copy = await connection.BeginBinaryImportAsync("copy bench.answers (id, body) from stdin (format binary)"))
        {
            for (var i = 0; i < answers.Count; i++)
            {
                await copy.StartRowAsync();
                await copy.WriteAsync((long)i, NpgsqlDbType.Bigint);
                await copy.WriteAsync(answers[i], NpgsqlDbType.Bytea);
            }

            await copy.CompleteAsync();
        }

        await using var settle = new NpgsqlCommand("vacuum analyze bench.answers", connection);
        await settle.ExecuteNonQueryAsync();
        await using var read = new NpgsqlCommand(
            """
            select count(md5(body)), pg_size_pretty(pg_total_relation_size('bench.answers')), current_setting('shared_buffers')
            from bench.answers
            """,
            connection
        );
        await using var sizes = await read.ExecuteReaderAsync();
        await sizes.ReadAsync();
        return (sizes.GetString(1), sizes.GetString(2));
    }

    public async Task<byte[]> FindAsync(long id, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var command = new NpgsqlCommand("select body from bench.answers where id = $1", connection);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = id });
        return (byte[])(await command.ExecuteScalarAsync(cancellation))!;
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();
}

/// <summary>Addresses that the measured host has beside the product's.</summary>
public static class YardstickEndpoints
{
    [WolverineGet("/yardstick/by-key/{id}")]
    public static async Task<IResult> ByKey(long id, KeyedAnswers answers, CancellationToken cancellation) =>
        new PlainAnswer(await answers.FindAsync(id, cancellation));

    /// <summary>How many polities the service has packed.</summary>
    [WolverineGet("/yardstick/packed")]
    public static string Packed(Histories histories) => histories.Count.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Bytes as JSON, with the headers that an answer has.</summary>
public sealed class PlainAnswer(ReadOnlyMemory<byte> body) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => WriteAsync(httpContext, body);

    public static Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        var response = context.Response;
        response.Headers.ETag = "\"yardstick\"";
        response.Headers.CacheControl = "no-cache";
        response.Headers.Vary = "Accept, Accept-Encoding";
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = body.Length;
        return response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}
