using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Vocabulary;

namespace ArtsakhLedger.Sheets.Rows;

/// <summary>The words of cells that are not names or dates: numbers, yes and no, one of several words, votes.</summary>
internal static partial class CellWords
{
    private static readonly string[] YesWords = ["yes", "true", "x", "1", "y", "✓", "✔", "да", "oui", "ja", "si", "sí"];
    private static readonly string[] NoWords = ["no", "false", "0", "n", "-", "–", "—", "нет", "non", "nein"];

    private static readonly string[] VoteParts = ["for", "against", "abstained", "absent"];

    /// <summary>Whether a cell says yes.</summary>
    public static bool IsYes(string cell) => YesWords.Contains(cell.ToLowerInvariant());

    /// <summary>Whether a cell says no.</summary>
    public static bool IsNo(string cell) => NoWords.Contains(cell.ToLowerInvariant());

    /// <summary>The value of a field that is no date, entity or party, as a fact has it; null if the cell says no.</summary>
    /// <param name="field">The field.</param>
    /// <param name="cell">The cell, not empty.</param>
    /// <param name="problem">Why it has no value, and what to write.</param>
    public static JsonNode? ValueOf(FactField field, string cell, out string? problem)
    {
        problem = null;
        switch (field.Shape)
        {
            case FieldShape.Number:
                if (int.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
                {
                    return number;
                }

                problem = $"'{cell}' is not a whole number; write one in digits, or leave the cell empty";
                return null;
            case FieldShape.Flag:
                problem = IsYes(cell) || IsNo(cell) ? null : $"'{cell}' is neither yes nor no; write yes, or leave the cell empty";
                return IsYes(cell) ? true : null;
            case FieldShape.Choice:
                return ChoiceOf(field, cell, out problem);
            case FieldShape.Choices:
                var words = new JsonArray();
                foreach (var one in cell.Split([';', ',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                {
                    if (ChoiceOf(field, one, out problem) is not { } word)
                    {
                        return null;
                    }

                    words.Add((JsonNode)word);
                }

                return words.Count == 0 ? null : words;
            case FieldShape.Group:
                if (Votes().Match(cell) is { Success: true } votes)
                {
                    return new JsonObject(
                        VoteParts
                            .Where(name => votes.Groups[name].Success)
                            .Select(name =>
                                KeyValuePair.Create(name, (JsonNode?)int.Parse(votes.Groups[name].Value, CultureInfo.InvariantCulture))
                            )
                    );
                }

                problem = $"'{cell}' is not the result of a vote; write for–against, such as 61–2, or for–against–abstained";
                return null;
            default:
                return cell;
        }
    }

    private static string? ChoiceOf(FactField field, string cell, out string? problem)
    {
        var key = NameKey.Of(cell);
        var choice =
            field.Choices.FirstOrDefault(word => NameKey.Of(word) == key)
            ?? field.Choices.FirstOrDefault(word => key.Length >= 5 && NearestIds.DistanceOf(NameKey.Of(word), key) <= 1);
        problem = choice is null ? $"'{cell}' is not one of {string.Join(", ", field.Choices)}; write one of these" : null;
        return choice;
    }

    [GeneratedRegex(
        @"^(?<for>[0-9]{1,6}) ?[-–—:/] ?(?<against>[0-9]{1,6})( ?[-–—:/] ?(?<abstained>[0-9]{1,6}))?( ?[-–—:/] ?(?<absent>[0-9]{1,6}))?\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant
    )]
    private static partial Regex Votes();
}
