using System.Diagnostics;
using ArtsakhLedger.Notifications;
using ArtsakhLedger.Tests.Running;
using Npgsql;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Feed;

[OnEveryPostgres]
public sealed class IdleReadersTests(FeedFixture ledger) : IClassFixture<FeedFixture>
{
    private const int Readers = 1000;
    private const int Looks = 8;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_thousand_idle_readers_ask_the_database_no_more_than_one_and_each_gets_the_next_fact()
    {
        using var questions = new Questions(ledger.ConnectionString);
        var feed = ledger.One.Get<FeedWatch>();
        using var client = new FeedClient(ledger.One.Address);
        var answers = await Task.WhenAll(Enumerable.Range(0, Readers).Select(_ => client.ConnectAsync(cancellation: Cancellation)));
        await FeedTests.UntilAsync(() => feed.Followers == Readers);
        var (asked, looks) = (questions.Count, feed.Looks);
        await FeedTests.UntilAsync(() => feed.Looks >= looks + Looks);
        (questions.Count - asked).ShouldBeInRange(Looks - 1, feed.Looks - looks + 1, "one question for each look, whoever follows");

        (asked, looks) = (questions.Count, feed.Looks);
        var position = await ledger.One.AppendAsync("seen-by-a-thousand");
        var received = await Task.WhenAll(answers.Select(FirstAsync));

        received.ShouldAllBe(id => id == $"{position}");
        (questions.Count - asked).ShouldBeLessThanOrEqualTo(
            feed.Looks - looks + 12,
            "the append's own, one for each look, and one for the fact"
        );
        Array.ForEach(answers, answer => answer.Dispose());
        await FeedTests.UntilAsync(() => feed.Followers == 0);
        looks = feed.Looks;
        await Task.Delay(1000, Cancellation);
        (feed.Looks - looks).ShouldBeLessThanOrEqualTo(1, "nobody follows it any longer");
    }

    private static async Task<string> FirstAsync(HttpResponseMessage answer)
    {
        await foreach (var (id, _) in FeedClient.EventsAsync(answer, Cancellation))
        {
            return id;
        }

        return "none";
    }

    /// <summary>Counts what is asked of one database about positions, in this process.</summary>
    private sealed class Questions : IDisposable
    {
        private readonly ActivityListener listener;
        private long count;

        public Questions(string connectionString)
        {
            var database = new NpgsqlConnectionStringBuilder(connectionString).Database;
            listener = new()
            {
                ShouldListenTo = source => source.Name == "Npgsql",
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
                ActivityStopped = activity =>
                {
                    var tags = activity.TagObjects.Select(tag => tag.Value?.ToString() ?? "").ToList();
                    if (tags.Contains(database!) && tags.Exists(tag => tag.Contains("ledger.positions", StringComparison.Ordinal)))
                    {
                        Interlocked.Increment(ref count);
                    }
                },
            };
            ActivitySource.AddActivityListener(listener);
        }

        public long Count => Interlocked.Read(ref count);

        public void Dispose() => listener.Dispose();
    }
}
