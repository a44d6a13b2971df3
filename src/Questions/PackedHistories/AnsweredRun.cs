using System.Runtime.InteropServices;
using ArtsakhLedger.RulesOfTime;

namespace ArtsakhLedger.PackedHistories;

/// <summary>A run of days on which an entry, or the polity's existence, is answered in the same way.</summary>
/// <param name="From">The first day; <see cref="int.MinValue"/> where it is unbounded.</param>
/// <param name="Until">The day after the last; <see cref="int.MaxValue"/> where it is unbounded.</param>
/// <param name="Answered">The answer.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct AnsweredRun(int From, int Until, AnsweredOnDay Answered);

/// <summary>What is answered on a day. What is certain up to the record date is only possible after it, or no longer on record.</summary>
/// <param name="Certainty">The certainty.</param>
/// <param name="Basis">Why it is only possible.</param>
/// <param name="Because">The reasons, packed.</param>
/// <param name="IsForRecordDate">Whether the record date is a further reason.</param>
/// <param name="Rest">The rest of the entry, packed; nothing for existence.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct AnsweredOnDay(Certainty Certainty, Basis? Basis, int Because, bool IsForRecordDate, int Rest)
{
    /// <summary>In place of the rest of a piece: existence that is certain and before the horizon is <c>no-record</c> after the record
    /// date.</summary>
    internal const int NoRecordAfterRecordDate = 1;

    /// <summary>The rest of a piece of the existence that is on record after the record date too. Nothing would stand for the rest of the piece before.</summary>
    internal const int OnRecordAfterRecordDate = 2;

    public static AnsweredOnDay Of(PackedContent content, bool afterRecordDate)
    {
        // What is not has no reasons, and none are packed.
        var because = content.Because == PackedJson.Nothing ? PackedJson.EmptyList : content.Because;
        var rest = content is { Certainty: Certainty.Not } or { Rest: NoRecordAfterRecordDate or OnRecordAfterRecordDate }
            ? PackedJson.Nothing
            : content.Rest;
        if (!afterRecordDate)
        {
            return new(content.Certainty, content.Basis, because, IsForRecordDate: false, rest);
        }

        return content.Rest == NoRecordAfterRecordDate && content.Certainty == Certainty.Certain
            ? new(Certainty.NoRecord, null, PackedJson.EmptyList, IsForRecordDate: false, rest)
            : new(
                content.Certainty == Certainty.Certain ? Certainty.Possible : content.Certainty,
                content.BasisAfterRecord,
                because,
                IsForRecordDate: content.Certainty == Certainty.Certain,
                rest
            );
    }
}
