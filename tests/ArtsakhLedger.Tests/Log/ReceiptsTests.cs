using System.Text;
using System.Text.Json;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Tests.Running;
using ArtsakhLedger.Vocabulary;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Shouldly;
using TransparencyLog;
using Xunit;

namespace ArtsakhLedger.Tests.Log;

[OnEveryPostgres]
public sealed class ReceiptsTests(LedgerFixture ledger) : IClassFixture<LedgerFixture>
{
    private static readonly Author Somebody = Author.From("somebody", "Some Body");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Receipts Receipts => ledger.Host.Services.GetRequiredService<Receipts>();

    [Fact]
    public async Task Each_of_many_writers_at_once_gets_a_receipt_that_the_log_then_bears_out()
    {
        var key = await new LogClient(ledger).KeyAsync();
        var appended = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => AppendAsync($"receipt-{i}")));

        foreach (var one in appended)
        {
            var receipt = Receipts.Of(one, one.Facts[0].Position);
            var checkpoint = TlogProof.Parse(receipt.Proof).Verify(Encoding.UTF8.GetBytes(receipt.Leaf), key);
            checkpoint.Head.Size.ShouldBe(one.LedgerSize);
            var (proof, earlier, later) = await new LogClient(ledger).ConsistencyAsync(
                one.LedgerSize,
                appended.Max(other => other.LedgerSize)
            );
            earlier.ShouldBe(checkpoint.Head);
            proof.Verify(earlier.Root, later.Root).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task A_receipt_leads_from_the_fact_as_it_was_sent_to_its_leaf()
    {
        var appended = await AppendAsync("receipt-of-mine");

        var receipt = Receipts.Of(appended, appended.Facts[0].Position);

        var leaf = JsonDocument.Parse(receipt.Leaf).RootElement;
        var sent = JsonSerializer.Serialize(appended.Facts[0].Fact, appended.Facts[0].Fact.GetType(), FactJson.Options);
        leaf.GetProperty("bodySha256").GetString().ShouldBe(SaltedDigest.Of(receipt.Salt, sent));
        leaf.GetProperty("position").GetInt64().ShouldBe(appended.Facts[0].Position);
        leaf.GetProperty("type").GetString().ShouldBe("entity-described");
        receipt.Leaf.ShouldNotContain("receipt-of-mine-name");
    }

    [Fact]
    public async Task The_same_receipt_can_be_given_again_byte_by_byte()
    {
        var appended = await AppendAsync("receipt-again");
        var receipt = Receipts.Of(appended, appended.Facts[0].Position);
        await AppendAsync("receipt-after");

        (await Receipts.ReadAsync(appended.Facts[0].Position, appended.LedgerSize, Cancellation)).ShouldBe(receipt);
    }

    [Fact]
    public async Task What_cannot_be_kept_exactly_is_refused_and_leaves_neither_event_nor_leaf()
    {
        var size = (await new LogClient(ledger).CheckpointAsync()).Head.Size;

        (await Should.ThrowAsync<CanonicalJsonException>(() => AppendAsync("receipt\0zero"))).Message.ShouldContain("U+0000");

        (await new LogClient(ledger).CheckpointAsync()).Head.Size.ShouldBe(size);
    }

    [Fact]
    public async Task A_leaf_says_of_stream_version_type_and_time_what_the_event_store_has()
    {
        await AppendAsync("receipt-stored");
        await using var connection = new NpgsqlConnection(ledger.ConnectionString);
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(
            """
            select convert_from(p.leaf, 'UTF8'), p.position, e.stream_id, e.version, e.type, e.timestamp
            from ledger.positions p join ledger.mt_events e on e.id = p.event_id
            """,
            connection
        );
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var versions = new HashSet<long>();
        while (await reader.ReadAsync(Cancellation))
        {
            var leaf = JsonDocument.Parse(reader.GetString(0)).RootElement;
            leaf.GetProperty("position").GetInt64().ShouldBe(reader.GetInt64(1));
            leaf.GetProperty("stream").GetString().ShouldBe(reader.GetString(2));
            leaf.GetProperty("version").GetInt64().ShouldBe(reader.GetInt64(3));
            leaf.GetProperty("type").GetString().ShouldBe(reader.GetString(4));
            leaf.GetProperty("recordedAt").GetDateTimeOffset().ShouldBe(await reader.GetFieldValueAsync<DateTimeOffset>(5, Cancellation));
            versions.Add(reader.GetInt64(3));
        }

        versions.ShouldContain(2, "some stream has more than one event");
    }

    private Task<Appended> AppendAsync(string id) =>
        ledger
            .Host.Services.GetRequiredService<Appender>()
            .AppendAsync(
                new(
                    [
                        new EntityDescribed
                        {
                            Id = EntityDescribed.FactIdOf(id),
                            Entity = id,
                            Kind = EntityKind.Person,
                            Names = [new() { Text = $"{id}-name", Language = "en" }],
                            Reason = "test",
                        },
                    ],
                    Somebody,
                    0
                ),
                Cancellation
            );
}
