using ArtsakhLedger.Facts;
using ArtsakhLedger.Pages.Problems;

namespace ArtsakhLedger.Pages.Contributing;

/// <summary>Something that is wrong with a form.</summary>
/// <param name="Box">The box; null where it concerns the form as a whole.</param>
/// <param name="Label">The label of the box.</param>
/// <param name="Message">What is wrong, as a sentence.</param>
public sealed record FormProblem(string? Box, string? Label, string Message)
{
    /// <summary>The box for the token.</summary>
    public const string TokenBox = "token";

    /// <summary>The problems of a refused form, in the order of its boxes.</summary>
    public static IReadOnlyList<FormProblem> Of(ShownProblem refused, FilledForm form)
    {
        var boxes = FactForm.BoxesOf(form.Type, form.Citations).Append((Box: TokenBox, Label: "Token")).ToList();
        if (refused.Errors.Count > 0)
        {
            return
            [
                .. refused.Errors.Select(problem => Of(problem, boxes)).OrderBy(problem => boxes.FindIndex(box => box.Box == problem.Box)),
            ];
        }

        var about = refused.Type switch
        {
            _ when refused.Status is 401 or 403 => TokenBox,
            "id-taken" => "id",
            _ => null,
        };
        return [new(about, boxes.Find(box => box.Box == about).Label, refused.Message)];
    }

    private static FormProblem Of(FactProblem problem, List<(string Box, string Label)> boxes)
    {
        var pointer = problem.Missing is null ? problem.Pointer : $"{problem.Pointer}/{problem.Missing}";
        var message = problem.Missing is null ? Sentence(problem.Message) : "This field is required.";
        var (box, label) = pointer.Length == 0 ? default : BoxAt(pointer[1..], boxes);
        return new(box, label, message);
    }

    /// <summary>The box for a JSON pointer into the fact: the same, the nearest above, or else the first below.</summary>
    private static (string? Box, string? Label) BoxAt(string place, List<(string Box, string Label)> boxes)
    {
        for (var at = place; at.Length > 0; at = at.Contains('/', StringComparison.Ordinal) ? at[..at.LastIndexOf('/')] : "")
        {
            if (boxes.Find(box => box.Box == at) is { Box: not null } found)
            {
                return found;
            }
        }

        return boxes.Find(box => box.Box.StartsWith($"{place}/", StringComparison.Ordinal));
    }

    private static string Sentence(string message) =>
        message.Length == 0 ? message : $"{char.ToUpperInvariant(message[0])}{message[1..].TrimEnd('.')}.";
}
