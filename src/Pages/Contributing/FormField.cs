namespace ArtsakhLedger.Pages.Contributing;

/// <summary>A field of a fact, as the form has it.</summary>
/// <param name="Name">Its name in the fact.</param>
/// <param name="Input">How it is filled in.</param>
/// <param name="IsRequired">Whether a fact without it is refused.</param>
public sealed record FormField(string Name, FieldInput Input, bool IsRequired)
{
    /// <summary>The box below a party's own for what its source calls it, where that is kept beside its id.</summary>
    public const string CalledAs = "as";

    /// <summary>The box below a party's own for what its source calls one that it does not name.</summary>
    public const string Unnamed = "unnamed";

    /// <summary>The box below a party's own for whom it may be.</summary>
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

    /// <summary>Its boxes and their labels. A box is named like a JSON pointer: by the field, or by the field, a slash and the part.</summary>
    public IEnumerable<(string Box, string Label)> Boxes =>
        Input switch
        {
            FieldInput.Group => Parts.Select(part => ($"{Name}/{part.Name}", $"{Label}, {part.Label.ToLowerInvariant()}")),
            FieldInput.Party =>
            [
                (Name, Label),
                ($"{Name}/{CalledAs}", $"{Label}, name of the time"),
                ($"{Name}/{Unnamed}", $"{Label}, as the source calls it"),
                ($"{Name}/{MayBe}", $"{Label}, who it may be"),
            ],
            _ => [(Name, Label)],
        };
}
