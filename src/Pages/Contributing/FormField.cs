namespace ArtsakhLedger.Pages.Contributing;

/// <summary>A field of a fact, as somebody fills it in.</summary>
/// <param name="Name">Its name in the fact.</param>
/// <param name="Form">How it is filled in.</param>
/// <param name="IsRequired">Whether a fact without it is refused.</param>
public sealed record FormField(string Name, FieldForm Form, bool IsRequired)
{
    /// <summary>What a party is called in its source, in the box of this name below its own.</summary>
    public const string Unnamed = "unnamed";

    /// <summary>Whom an unnamed party may be, likewise.</summary>
    public const string MayBe = "mayBe";

    /// <summary>What belongs in it.</summary>
    public string? Hint { get; init; }

    /// <summary>The words to choose from.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>The fields of a group.</summary>
    public IReadOnlyList<FormField> Parts { get; init; } = [];

    /// <summary>"accreditedTo" as "Accredited to".</summary>
    public string Label =>
        Name switch
        {
            "id" => "Id of the fact",
            "sha256" or "snapshot" => "Snapshot (SHA-256)",
            _ => char.ToUpperInvariant(Name[0])
                + string.Concat(
                    Name[1..].Select(letter => char.IsAsciiLetterUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : letter.ToString())
                ),
        };

    /// <summary>Its boxes, each with what it is called: its own name, or that with the part's behind a slash, as JSON pointers have it.</summary>
    public IEnumerable<(string Box, string Label)> Boxes =>
        Form switch
        {
            FieldForm.Group => Parts.Select(part => ($"{Name}/{part.Name}", $"{Label}, {part.Label.ToLowerInvariant()}")),
            FieldForm.Party =>
            [
                (Name, Label),
                ($"{Name}/{Unnamed}", $"{Label}, as the source calls it"),
                ($"{Name}/{MayBe}", $"{Label}, who it may be"),
            ],
            _ => [(Name, Label)],
        };
}
