using ArtsakhLedger.Facts;
using ArtsakhLedger.Relations;
using ArtsakhLedger.RulesOfTime;

namespace ArtsakhLedger.Pages.Relations;

/// <summary>Whether one entity recognised another.</summary>
internal static class RecognitionInWords
{
    /// <param name="who">Who recognises.</param>
    /// <param name="whom">Who is recognised.</param>
    /// <param name="answer">What is known of it.</param>
    public static string Of(string who, string whom, RecognitionAnswer answer) =>
        PartyNames.WithCapitalArticle(
            answer.Status switch
            {
                RecognitionStatus.Recognised => $"{who} {How(answer)}recognised {whom}.",
                RecognitionStatus.Ended => answer.Certainty == Certainty.Certain
                    ? $"{who} had recognised {whom}, which had ended by this day."
                    : $"{who} had recognised {whom}, which may have ended by this day.",
                RecognitionStatus.AttestedNot => $"{who} had not recognised {whom}: a source says so.",
                _ => $"No source of the record says whether {who} recognised {whom}.",
            }
        );

    /// <summary>The certainty that stands before the sentence.</summary>
    public static CertaintyInWords Badge(RecognitionAnswer answer) =>
        answer.Status switch
        {
            RecognitionStatus.Recognised when answer.Certainty is { } day => CertaintyInWords.Of(day),
            RecognitionStatus.Recognised => CertaintyInWords.Of(answer.Throughout, answer.AtSomeTime),
            RecognitionStatus.Ended => new("ended", "not"),
            RecognitionStatus.AttestedNot => new("attested not", "not"),
            _ => new("no record", "not"),
        };

    private static string How(RecognitionAnswer answer) =>
        answer.Certainty == Certainty.Possible || answer.AtSomeTime == Certainty.Possible ? "possibly " : "";
}
