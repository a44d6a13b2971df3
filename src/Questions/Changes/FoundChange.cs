using Edtf;

namespace ArtsakhLedger.Changes;

/// <summary>A change that a question asks for. What an answer says of it is made when it is shown: a page shows few of many.</summary>
public sealed class FoundChange
{
    private readonly Func<string> key;
    private readonly Func<Change> answer;

    private FoundChange(Func<string> key, Func<Change> answer) => (this.key, this.answer) = (key, answer);

    /// <summary>What identifies it among all that were found.</summary>
    public string Key => key();

    /// <summary>A change between two dates.</summary>
    public static FoundChange Of(ChangeOnDay change, ChangesBetweenDates between) =>
        new(() => $"{Day.FromDayNumber(change.Day)} {change.Episode}", () => between.AnswerOf(change));

    /// <summary>A change of a date's answer between two positions.</summary>
    public static FoundChange Of(Change change) => new(() => $"{change.Position} {change.Episode}", () => change);

    /// <summary>The change as an answer shows it.</summary>
    public Change ToAnswer() => answer();
}
