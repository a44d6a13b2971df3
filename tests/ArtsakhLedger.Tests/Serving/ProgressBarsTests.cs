using ArtsakhLedger.Serving;
using Shouldly;
using Spectre.Console.Testing;
using Xunit;

namespace ArtsakhLedger.Tests.Serving;

public sealed class ProgressBarsTests
{
    private const string Title = "Importing 2 [old] entries";

    [Fact]
    public async Task Progress_is_shown_on_a_terminal() => (await OutputAsync(isTerminal: true)).ShouldContain(Title);

    [Fact]
    public async Task Progress_is_not_shown_where_there_is_no_terminal() => (await OutputAsync(isTerminal: false)).ShouldBeEmpty();

    private static async Task<string> OutputAsync(bool isTerminal)
    {
        using var console = new TestConsole();
        console.Profile.Capabilities.Interactive = isTerminal;
        var result = await new ProgressBars(console).RunAsync(
            Title,
            2,
            progress =>
            {
                progress.Report(2);
                return Task.FromResult("done");
            }
        );
        result.ShouldBe("done");
        return console.Output;
    }
}
