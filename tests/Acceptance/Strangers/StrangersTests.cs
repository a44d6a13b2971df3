using ArtsakhLedger.Tests.Feed;
using ArtsakhLedger.Tests.Running;
using Xunit;

namespace ArtsakhLedger.Tests.Strangers;

/// <summary>Who knows nothing but the README and the guides gets through: scripts that type its commands and read the answers as a person would.</summary>
public sealed class StrangersTests(PostgresServer server)
{
    [Fact]
    public async Task A_historian_asks_about_a_date_follows_an_entry_to_its_words_compares_two_dates_and_cites_the_answer()
    {
        var connection = await server.CreateLedgerAsync();
        await using var service = await ListeningLedger.StartAsync(connection, Repository.Events);

        await TypedShell.TypeAsync(". tests/Strangers/historian.sh", Repository.Root, TypedShell.On(connection), service.Address.Port);
    }

    [Fact]
    public async Task A_contributor_adds_a_batch_of_five_facts_and_is_told_how_to_mend_each_of_three_mistakes() =>
        await TypedShell.TypeAsync(
            ". tests/Strangers/contributor.sh",
            Repository.Root,
            TypedShell.On(await server.CreateLedgerAsync()),
            port: null
        );
}
