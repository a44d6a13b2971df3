using ArtsakhLedger.CommandLine;
using Microsoft.Extensions.Configuration;
using Shouldly;
using Spectre.Console.Testing;
using Xunit;

namespace ArtsakhLedger.Tests.CommandLine;

public sealed class InterruptedVerbTests
{
    [Fact]
    public async Task A_verb_that_does_not_notice_an_interruption_ends_all_the_same()
    {
        using var interrupted = new CancellationTokenSource();
        using var console = new TestConsole();
        await using var errors = new StringWriter();
        var verb = new DeafVerb(new(new ConfigurationManager(), console, errors, interrupted.Token));
        var running = verb.Execute(new());

        await interrupted.CancelAsync();

        (await running).ShouldBeFalse();
        errors.ToString().ShouldBe($"Interrupted.{Environment.NewLine}");
    }

    private sealed class DeafInput;

    private sealed class DeafVerb(CommandContext context) : LedgerCommand<DeafInput>(context)
    {
        protected override Task<bool> RunAsync(DeafInput input, CancellationToken cancellation) => new TaskCompletionSource<bool>().Task;
    }
}
