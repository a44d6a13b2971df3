using ArtsakhLedger.Database;
using Spectre.Console;

namespace ArtsakhLedger.CommandLine;

/// <summary>The environment of a verb: its settings, its output, and what interrupts it.</summary>
/// <param name="Configuration">Names the database, among other things.</param>
/// <param name="Console">Standard output for people, wrapped at the width of the terminal, or at 80 columns.</param>
/// <param name="Error">Standard error.</param>
/// <param name="Interrupted">Cancelled by Ctrl+C and SIGTERM.</param>
public sealed record CommandContext(IConfiguration Configuration, IAnsiConsole Console, TextWriter Error, CancellationToken Interrupted)
{
    /// <summary>Standard output for people. Names and quotes come from anywhere, so nothing in them is obeyed by a terminal.</summary>
    public IAnsiConsole Console { get; } = Plain(Console);

    /// <summary>Standard output without wrapping.</summary>
    public TextWriter Output { get; } = new TerminalWriter(Console.Profile.Out.Writer, ofLines: false);

    /// <summary>Standard error.</summary>
    public TextWriter Error { get; } = new TerminalWriter(Error, ofLines: true);

    /// <summary>The context of this process.</summary>
    public static CommandContext OfProcess(CancellationToken interrupted) =>
        new(LedgerConfiguration.Read(), AnsiConsole.Console, System.Console.Error, interrupted);

    private static IAnsiConsole Plain(IAnsiConsole console)
    {
        console.Pipeline.Attach(new PlainSegments());
        return console;
    }
}
