using System.Net;
using System.Net.Sockets;
using ArtsakhLedger.Import;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Serving;

public sealed class StartAndStopTests : IDisposable
{
    private readonly ServiceHome home = new();

    public void Dispose() => home.Dispose();

    [Fact]
    public async Task A_service_fills_an_empty_home_and_stopped_or_killed_leaves_its_record_to_the_next_one()
    {
        string answer;
        using (var first = home.Serve())
        {
            answer = await first.UntilItAnswersAsync();
            answer.ShouldContain("Petrosyan");
            await first.UntilItSaysAsync(
                $"The ledger holds {EntriesOfTheRecord()} facts. Try http://127.0.0.1:{first.Port}/polities/artsakh/state?on="
            );

            (await first.EndAsync("TERM")).ShouldBe(0, first.Output);
        }

        home.Postmaster.ShouldBeNull();
        using (var second = home.Serve())
        {
            (await second.UntilItAnswersAsync()).ShouldBe(answer);
            var head = await (await second.QueryAsync("/health/ready")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            head.ShouldContain($"\"head\":{EntriesOfTheRecord()}");
            await second.EndAsync("KILL");
        }

        home.Postmaster.ShouldNotBeNull();
        using var third = home.Serve();
        (await third.UntilItAnswersAsync()).ShouldBe(answer);
        (await third.EndAsync("INT")).ShouldBe(0, third.Output);
        home.Postmaster.ShouldBeNull();
    }

    [Fact]
    public async Task A_service_that_is_told_to_stop_while_it_is_starting_leaves_no_server_and_no_error()
    {
        using var service = home.Serve();
        await service.UntilItSaysAsync("Creating a PostgreSQL");

        (await service.EndAsync("TERM")).ShouldBe(0, service.Output);

        home.Postmaster.ShouldBeNull();
        service.Output.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task A_port_in_use_is_a_sentence_and_exit_code_1_and_stops_the_server()
    {
        await home.FillAsync();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        var (exitCode, output) = await home.RunAsync("serve", "--urls", $"http://{other.LocalEndpoint}");

        exitCode.ShouldBe(1);
        output.ShouldContain("address already in use. Stop the program that is listening there, or choose another address with --urls.");
        output.ShouldNotContain("   at ");
        home.Postmaster.ShouldBeNull();
    }

    private static int EntriesOfTheRecord() => EventsFolder.Read(Repository.Events).Batches.Sum(batch => batch.Entries.Count);
}
