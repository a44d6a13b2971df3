using Edtf;

namespace ArtsakhLedger.Asking;

/// <summary>The date of a question (<c>on</c>): a day, or a longer period without gaps.</summary>
/// <param name="Text">The date as given; a single day is always written as a day. Qualifiers are ignored.</param>
/// <param name="First">Its first day.</param>
/// <param name="Last">Its last day.</param>
public sealed record QueryDate(string Text, Day First, Day Last)
{
    private const string Expected = "Send a day such as 2006-06-01, or a longer date without gaps such as 1997, 2013-02, 2013-02/2013-04.";

    public bool IsDay => First == Last;

    public static QueryDate Of(Day day) => new(day.ToString(), day, day);

    /// <summary>Parses a date.</summary>
    /// <param name="text">The text.</param>
    /// <param name="parameter">The name of the parameter, for messages.</param>
    /// <exception cref="QuestionProblem">400 for a value that is not an EDTF date, has gaps or is unbounded.</exception>
    public static QueryDate Parse(string? text, string parameter = "on")
    {
        if (text is null)
        {
            throw QuestionProblem.BadParameter(parameter, $"The question has no date. {Expected}");
        }

        if (!EdtfDate.TryParse(text, out var date, out var error))
        {
            throw QuestionProblem.BadParameter(parameter, $"This is not an EDTF date: {error.ToString().TrimEnd('.')}. {Expected}");
        }

        if (date.Form == EdtfForm.DateTime)
        {
            throw QuestionProblem.BadParameter(
                parameter,
                $"{text} has a time of day; the ledger answers for whole days, as of their close. {Expected}"
            );
        }

        if (date.Earliest is not { } first || date.Latest is not { } last)
        {
            throw QuestionProblem.BadParameter(parameter, $"{text} has no first or no last day. {Expected}");
        }

        if (date.Form is EdtfForm.OneOf or EdtfForm.AllOf || (!date.IsInterval && !date.Days.IsContiguous))
        {
            throw QuestionProblem.BadParameter(parameter, $"{text} is a set of dates, or has gaps. {Expected}");
        }

        return new(first == last ? first.ToString() : text, first, last);
    }
}
