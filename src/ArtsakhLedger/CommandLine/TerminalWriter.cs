using System.Text;
using ArtsakhLedger.Unicode;

namespace ArtsakhLedger.CommandLine;

/// <summary>Writes lines to a terminal, see <see cref="TerminalText"/>.</summary>
/// <param name="terminal">Where they go.</param>
/// <param name="ofLines">Whether what is written as one line may be several, as long messages are.</param>
public sealed class TerminalWriter(TextWriter terminal, bool ofLines) : TextWriter
{
    public override Encoding Encoding => terminal.Encoding;

    public override void Write(char value) => terminal.Write(TerminalText.OfLines(value.ToString()));

    public override void Write(string? value) => terminal.Write(TerminalText.OfLines(value));

    public override void WriteLine(string? value) => terminal.WriteLine(Line(value));

    public override void WriteLine(object? value) => WriteLine(value?.ToString());

    public override Task WriteLineAsync(string? value) => terminal.WriteLineAsync(Line(value));

    public override void Flush() => terminal.Flush();

    private string Line(string? value) => ofLines ? TerminalText.OfLines(value) : TerminalText.Of(value);
}
