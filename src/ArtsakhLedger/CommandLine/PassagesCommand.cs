using ArtsakhLedger.Sources;
using JasperFx.CommandLine;

namespace ArtsakhLedger.CommandLine;

public sealed class PassagesInput
{
    [Description("The text of a source, as UTF-8")]
    public string File { get; set; } = "";
}

/// <summary>Prints the passage index of a text, as <c>passages.yaml</c> of a batch holds it.</summary>
[Description("Cut a text into passages and print its index for a batch", Name = "passages")]
public sealed class PassagesCommand : JasperFxCommand<PassagesInput>
{
    public override bool Execute(PassagesInput input)
    {
        if (SnapshotText.Read(input.File, out var problem) is not { } text)
        {
            Console.Error.WriteLine(problem);
            return false;
        }

        Console.WriteLine($"    sha256: \"{text.Sha256}\"");
        Console.WriteLine("    index:");
        foreach (var passage in text.Passages())
        {
            Console.WriteLine($"      - {{ start: {passage.Start}, length: {passage.Length}, sha256: \"{passage.Sha256}\" }}");
        }

        return true;
    }
}
