using ArtsakhLedger.Database;
using Spectre.Console;

namespace ArtsakhLedger.CommandLine;

/// <summary>What a verb runs with: its settings, where it writes and reads, and what interrupts it.</summary>
/// <param name="Configuration">Names the database, among other things.</param>
/// <param name="Console">Standard output for people, broken at the width of the terminal, or at 80 columns.</param>
/// <param name="Error">Standard error.</param>
/// <param name="Interrupted">Ctrl+C and SIGTERM.</param>
public sealed record CommandContext(IConfiguration Configuration, IAnsiConsole Console, TextWriter Error, CancellationToken Interrupted)
{
    /// <summary>Standard output for people. Names and quotes come from anywhere, so nothing in them is obeyed by a terminal.</summary>
    public IAnsiConsole Console { get; } = Plain(Console);

    /// <summary>Standard output as it is, for what must not be broken into lines.</summary>
    public TextWriter Output { get; } = new TerminalWriter(Console.Profile.Out.Writer, ofLines: false);

    /// <summary>Standard error.</summary>
    public TextWriter Error { get; } = new TerminalWriter(Error, ofLines: true);

    /// <summary>Those of the process.</summary>
    public static CommandContext OfProcess(CancellationToken interrupted) =>
        new(LedgerConfiguration.Read(), AnsiConsole.Console, System.Console.Error, interrupted);

    private static IAnsiConsole Plain(IAnsiConsole console)
    {
        console.Pipeline.Attach(new PlainSegments());
        return console;
    }
}
