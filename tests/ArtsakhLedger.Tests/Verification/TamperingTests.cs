using ArtsakhLedger.Database;
using ArtsakhLedger.Log;
using ArtsakhLedger.Tests.Running;
using ArtsakhLedger.Verification;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Verification;

[OnEveryPostgres]
public sealed class TamperingTests(TamperingFixture original) : IClassFixture<TamperingFixture>
{
    private const string Dissolved = "(select event_id from ledger.positions where fact = 'artsakh-dissolved')";

    [Fact]
    public async Task The_ledger_as_it_was_recorded_fits()
    {
        var ledger = await original.CopyAsync();

        (
            await ledger.VerifyLogAsync(await KeptAsync(ledger, original.KeptCheckpoint), await KeptAsync(ledger, original.KeptProof))
        ).ShouldBeNull();
        (await ledger.VerifyRowsAsync()).ShouldBeNull();
        (await ledger.VerifyBesideAsync()).ShouldBeNull();
    }

    [Theory]
    [InlineData("update ledger.log set origin = 'another-log'", "keeps the name")]
    [InlineData("update ledger.log_keys set vkey = 'nonsense'", "cannot be read")]
    [InlineData($"update ledger.mt_events set is_archived = true where id = {Dissolved}", "marked as archived")]
    [InlineData("update ledger.mt_streams set is_archived = true", "marked as archived")]
    [InlineData("update ledger.mt_streams set version = version + 1 where id = 'artsakh/existence'", "artsakh/existence")]
    [InlineData("delete from ledger.mt_streams where id = 'artsakh/existence'", "artsakh/existence")]
    [InlineData("insert into ledger.requests values ('events/', 'beyond', '\\x00', 1000000, 1, 1000000)", "beyond")]
    [InlineData("insert into ledger.requests values ('somebody', 'of-another', '\\x00', 1, 1, 1)", "of-another")]
    [InlineData("insert into ledger.requests values ('events/', 'backwards', '\\x00', 5, 3, 6)", "backwards")]
    public async Task What_is_stored_beside_the_events_cannot_be_changed_unseen(string sql, string what)
    {
        var ledger = await original.CopyAsync();
        await ledger.TamperAsync(sql);

        (await ledger.VerifyLogAsync()).ShouldBeNull("the events themselves are as they were");
        (await ledger.VerifyBesideAsync())!.What.ShouldContain(what);
    }

    [Fact]
    public Task A_byte_of_an_event_changed_is_named() =>
        IsCaughtAsync(
            $"update ledger.mt_events set data = jsonb_set(data, '{"{date}"}', '\"2024-01-02\"') where id = {Dissolved}",
            "artsakh-dissolved",
            "what its event says is not what was recorded"
        );

    [Fact]
    public Task An_event_deleted_is_named() =>
        IsCaughtAsync($"delete from ledger.mt_events where id = {Dissolved}", "artsakh-dissolved", "not in the event store");

    [Fact]
    public async Task An_event_deleted_with_its_position_leaves_a_gap_that_is_named()
    {
        var ledger = await original.CopyAsync();
        var position = await ledger.QueryAsync<long>("select position from ledger.positions where fact = 'artsakh-dissolved'");

        await ledger.TamperAsync(
            $"delete from ledger.mt_events where id = {Dissolved}; delete from ledger.positions where fact = 'artsakh-dissolved'"
        );

        (await ledger.VerifyLogAsync())!.ToString().ShouldStartWith($"Position {position}: it is missing");
    }

    [Fact]
    public Task Two_events_that_changed_places_are_named() =>
        IsCaughtAsync(
            """
            update ledger.mt_events e set data = other.data
            from ledger.positions p, ledger.positions q, ledger.mt_events other
            where e.id = p.event_id and other.id = q.event_id
              and (p.fact, q.fact) in (('arkadi-ghukasyan-foreign-minister', 'naira-melkumian-foreign-minister'), ('naira-melkumian-foreign-minister', 'arkadi-ghukasyan-foreign-minister'))
            """,
            "arkadi-ghukasyan-foreign-minister",
            "what its event says is not what was recorded"
        );

    [Fact]
    public Task Two_positions_that_changed_places_are_named() =>
        IsCaughtAsync(
            """
            alter table ledger.positions drop constraint positions_event_id_key;
            update ledger.positions p set event_id = q.event_id from ledger.positions q
            where (p.fact, q.fact) in (('arkadi-ghukasyan-foreign-minister', 'naira-melkumian-foreign-minister'), ('naira-melkumian-foreign-minister', 'arkadi-ghukasyan-foreign-minister'))
            """,
            "arkadi-ghukasyan-foreign-minister",
            "its event has the position"
        );

    [Theory]
    [InlineData($"update ledger.mt_events set timestamp = timestamp - interval '1 year' where id = {Dissolved}", "and the position")]
    [InlineData(
        $"update ledger.mt_events set timestamp = timestamp - interval '1 year' where id = {Dissolved}; update ledger.positions set recorded_at = recorded_at - interval '1 year' where fact = 'artsakh-dissolved'",
        "recordedAt is"
    )]
    [InlineData(
        "update ledger.positions set batch = 'artsakh/0000-earlier' where fact = 'artsakh-dissolved'",
        "batch is artsakh/0000-earlier"
    )]
    [InlineData(
        $"update ledger.mt_events set user_name = 'another' where id = {Dissolved}; update ledger.positions set author = 'another' where fact = 'artsakh-dissolved'",
        "its author is not who recorded it"
    )]
    [InlineData(
        "update ledger.positions set author_name = 'Another' where fact = 'artsakh-dissolved'",
        "its author is not who recorded it"
    )]
    [InlineData($"update ledger.mt_events set type = 'state-proclaimed' where id = {Dissolved}", "type is state-proclaimed")]
    [InlineData($"update ledger.mt_events set version = 99 where id = {Dissolved}", "version is 99")]
    [InlineData(
        "update ledger.positions set salt = decode('00000000000000000000000000000000', 'hex') where fact = 'artsakh-dissolved'",
        "not what was recorded"
    )]
    [InlineData(
        "update ledger.positions set leaf = set_byte(leaf, 20, case get_byte(leaf, 20) when 48 then 49 else 48 end) where fact = 'artsakh-dissolved'",
        "author"
    )]
    [InlineData(
        "update ledger.positions set nodes = set_byte(nodes, 5, (get_byte(nodes, 5) + 1) % 256) where fact = 'artsakh-dissolved'",
        "tree hashes"
    )]
    public Task Whatever_else_the_log_says_of_an_event_cannot_be_changed_unseen(string sql, string what) =>
        IsCaughtAsync(sql, "artsakh-dissolved", what);

    [Fact]
    public async Task An_event_slipped_in_beside_the_ledger_is_named()
    {
        var ledger = await original.CopyAsync();
        await ledger.TamperAsync(
            $"""
            insert into ledger.mt_events (seq_id, id, stream_id, version, data, type, timestamp, mt_dotnet_type)
            select 1000000, gen_random_uuid(), stream_id, version + 1000, data, type, timestamp, mt_dotnet_type from ledger.mt_events where id = {Dissolved}
            """
        );

        (await ledger.VerifyLogAsync())!.ToString().ShouldContain("an event without a position: state-dissolved");
    }

    [Theory]
    [InlineData("update ledger.facts set latest = latest + 1 where fact = 'artsakh-dissolved'", "latest day")]
    [InlineData("update ledger.facts set body = jsonb_set(body, '{date}', '\"2024-01-02\"') where fact = 'artsakh-dissolved'", "body")]
    [InlineData("update ledger.facts set episodes = '{artsakh/other}' where fact = 'artsakh-dissolved'", "episodes")]
    [InlineData("update ledger.facts set names = '{}' where fact = 'artsakh-dissolved'", "names")]
    [InlineData("delete from ledger.facts where fact = 'artsakh-dissolved'", "has no row")]
    [InlineData("update ledger.positions set polity = 'elsewhere' where fact = 'artsakh-dissolved'", "another fact, polity or target")]
    public async Task A_row_of_the_read_model_that_the_event_does_not_give_is_named(string sql, string what)
    {
        var ledger = await original.CopyAsync();
        await ledger.TamperAsync(sql);

        (await ledger.VerifyLogAsync()).ShouldBeNull("the events themselves are as they were");
        var wrong = (await ledger.VerifyRowsAsync())!;
        (wrong.Fact, wrong.What).ShouldSatisfyAllConditions(
            one => one.Fact.ShouldBe("artsakh-dissolved"),
            one => one.What.ShouldContain(what)
        );
    }

    [Fact]
    public async Task A_row_of_the_read_model_without_an_event_is_named()
    {
        var ledger = await original.CopyAsync();
        await ledger.TamperAsync(
            "insert into ledger.facts select position + 1000000, 'x', type, polity, episodes, names, earliest, latest, body from ledger.facts where fact = 'artsakh-dissolved'"
        );

        (await ledger.VerifyRowsAsync())!.What.ShouldContain("without an event");
    }

    [Fact]
    public async Task A_snapshot_altered_is_named()
    {
        const string text = "convert_to('a text of nothing', 'UTF8')";
        var ledger = await original.CopyAsync();
        await ledger.TamperAsync(
            $"insert into ledger.snapshots (sha256, bytes, author) values (encode(sha256({text}), 'hex'), {text}, 'test')"
        );
        (await ledger.VerifySnapshotsAndQuotesAsync()).ShouldBeNull("a text that no fact quotes is no problem");

        await ledger.TamperAsync("update ledger.snapshots set bytes = convert_to('A text of nothing', 'UTF8')");
        (await ledger.VerifySnapshotsAndQuotesAsync())!.What.ShouldContain("is not the text that was archived");
    }

    [Fact]
    public async Task A_whole_history_rewritten_with_the_tree_is_caught_only_by_a_checkpoint_kept_elsewhere()
    {
        var ledger = await original.CopyAsync();
        await ledger.TamperAsync(
            $"""
            update ledger.mt_events set data = jsonb_set(data, '{"{date}"}', '"2024-01-02"') where id = {Dissolved};
            update ledger.facts set body = jsonb_set(body, '{"{date}"}', '"2024-01-02"'), earliest = earliest + 1, latest = latest + 1 where fact = 'artsakh-dissolved'
            """
        );
        await ledger.RebuildLogAsync();

        (await ledger.VerifyLogAsync()).ShouldBeNull("whoever owns database and key can rebuild all of it");
        (await ledger.VerifyRowsAsync()).ShouldBeNull();
        foreach (var kept in new[] { original.KeptCheckpoint, original.KeptProof })
        {
            (await ledger.VerifyLogAsync(await KeptAsync(ledger, kept)))!.What.ShouldContain("another history");
        }
    }

    [Fact]
    public async Task Entries_cut_off_at_the_end_are_caught_only_by_a_checkpoint_kept_elsewhere()
    {
        var ledger = await original.CopyAsync();
        await ledger.TamperAsync(
            """
            delete from ledger.mt_events e using ledger.positions p where e.id = p.event_id and p.position > 200;
            delete from ledger.facts where position > 200;
            delete from ledger.positions where position > 200
            """
        );

        (await ledger.VerifyLogAsync()).ShouldBeNull();
        (await ledger.VerifyLogAsync(await KeptAsync(ledger, original.KeptCheckpoint)))!.What.ShouldContain(
            $"from a log of {original.Size} entries, and this one has 200"
        );
    }

    private async Task IsCaughtAsync(string sql, string fact, string what)
    {
        var ledger = await original.CopyAsync();
        await ledger.TamperAsync(sql);

        var wrong = (await ledger.VerifyLogAsync())!;
        wrong.Fact.ShouldBe(fact);
        wrong.What.ShouldContain(what);
    }

    private static async Task<KeptCheckpoint> KeptAsync(TamperedLedger ledger, string text)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
            await using var database = LedgerDatabase.Create(ledger.ConnectionString);
            return KeptCheckpoint.Read(file, await LogIdentity.ReadAsync(database.Service, TestContext.Current.CancellationToken));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
