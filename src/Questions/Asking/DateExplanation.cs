using System.Text.Json.Serialization;
using Edtf;

namespace ArtsakhLedger.Asking;

/// <summary>What an EDTF string means.</summary>
/// <param name="Edtf">The canonical form.</param>
/// <param name="Level">The lowest level of the specification that allows it: 0 to 2.</param>
/// <param name="Earliest">The earliest day that it can mean; null if unbounded.</param>
/// <param name="Latest">The latest day that it can mean; null if unbounded.</param>
/// <param name="English">The date in English.</param>
public sealed record DateExplanation(
    string Edtf,
    int Level,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Earliest,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Latest,
    string English
)
{
    /// <exception cref="QuestionProblem">400 for a value that is not EDTF, with the position of the error and what was expected there.</exception>
    public static DateExplanation Of(string? edtf)
    {
        if (edtf is null)
        {
            throw QuestionProblem.BadParameter(
                "edtf",
                "There is no date to explain. Send an EDTF string such as 2018-03, 1997~, [..2001-07-04] or 1993/1997."
            );
        }

        if (!EdtfDate.TryParse(edtf, out var date, out var error))
        {
            var problem = QuestionProblem.BadParameter("edtf", $"This is not an EDTF string of levels 0 to 2. {error}");
            problem.Members["position"] = error.Position;
            problem.Members["expected"] = error.Expected;
            throw problem;
        }

        return new(date.ToString(), date.Level, date.Earliest?.ToString(), date.Latest?.ToString(), date.ToEnglish());
    }
}
