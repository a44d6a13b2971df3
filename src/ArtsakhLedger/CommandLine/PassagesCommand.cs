using ArtsakhLedger.Sources;
using JasperFx.CommandLine;

namespace ArtsakhLedger.CommandLine;

public sealed class PassagesInput
{
    [Description("The text of a source, as UTF-8")]
    public string File { get; set; } = "";
}

/// <summary>Prints the passage index of a text, in the format of a batch's <c>passages.yaml</c>.</summary>
[Description("Cut a text into passages and print its index for a batch", Name = "passages")]
public sealed class PassagesCommand(CommandContext context) : LedgerCommand<PassagesInput>(context)
{
    protected override async Task<bool> RunAsync(PassagesInput input, CancellationToken cancellation)
    {
        if (SnapshotText.Read(input.File, out var problem) is not { } text)
        {
            Error.WriteLine(problem);
            return false;
        }

        Output.WriteLine($"    sha256: \"{text.Sha256}\"");
        Output.WriteLine("    index:");
        foreach (var passage in text.Passages())
        {
            Output.WriteLine($"      - {{ start: {passage.Start}, length: {passage.Length}, sha256: \"{passage.Sha256}\" }}");
        }

        return true;
    }
}
