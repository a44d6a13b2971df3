using System.Globalization;
using ArtsakhLedger.Asking;
using ArtsakhLedger.Changes;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Pages.AsOf;
using ArtsakhLedger.Pages.Citing;
using Day = Edtf.Day;

namespace ArtsakhLedger.Pages.Comparing;

/// <summary>What changed between two dates, or in a date's answer between two states of knowledge.</summary>
/// <param name="Answer">What a program gets.</param>
/// <param name="From">The first date as it was typed.</param>
/// <param name="To">The second date as it was typed.</param>
/// <param name="On">The date whose answers are compared, as it was typed.</param>
/// <param name="KnownFrom">The earlier state of knowledge as it was typed.</param>
/// <param name="KnownTo">The later state of knowledge as it was typed.</param>
/// <param name="KnownAt">The state of knowledge that two dates are compared in, as it was typed.</param>
/// <param name="Batches">The polity's batches, in the order of record.</param>
/// <param name="Position">The position that links name; null for the newest.</param>
public sealed record ChangesView(
    ChangesAnswer Answer,
    string? From,
    string? To,
    string? On,
    string? KnownFrom,
    string? KnownTo,
    string? KnownAt,
    IReadOnlyList<RecordedBatch> Batches,
    string? Position
)
{
    /// <summary>Whether two states of knowledge are compared, rather than two dates.</summary>
    public bool OfKnowledge => Answer.On is not null;

    /// <summary>What the page shows.</summary>
    public string Title =>
        OfKnowledge
            ? $"{Answer.Polity.Name} {DaysInWords.When(Answer.On!)}: what was learnt"
            : (Answer.From, Answer.To) switch
            {
                (null, null) => $"{Answer.Polity.Name}: all changes",
                ({ } from, null) => $"{Answer.Polity.Name}: changes after {English(from)}",
                (null, { } to) => $"{Answer.Polity.Name}: changes up to {English(to)}",
                var (from, to) => $"{Answer.Polity.Name}: changes from {English(from)} to {English(to)}",
            };

    /// <summary>Which days count, in words: of a longer date the last one. Null where days were asked for, or states of knowledge.</summary>
    public string? DaysCounted
    {
        get
        {
            var (from, to) = (LastOf(Answer.From), LastOf(Answer.To));
            return OfKnowledge || (from?.ToString() == Answer.From && to?.ToString() == Answer.To)
                ? null
                : $"Changes{(from is null ? "" : $" after {from.Value.InEnglish()}")}{(to is null ? "" : $" up to {to.Value.InEnglish()}")} are counted.";
        }
    }

    /// <summary>The two states of knowledge in words.</summary>
    public string Knowledge =>
        $"Between position {Answer.KnownFrom?.Position.ToString(CultureInfo.InvariantCulture) ?? "0"} of the record and position {Answer.KnownAt.Position.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>States of knowledge that can be typed, with what they are.</summary>
    public IReadOnlyList<KnowledgeChoice> Choices => KnowledgeChoice.Among(Batches, null);

    /// <summary>How the page is cited; null on a page after the first, which has an address of its own.</summary>
    public PageCitation? Citation(AskedPage asked) =>
        Answer.Self is { } self ? new(Title, Answer.KnownAt.Position, Answer.KnownAt.RecordedAt, asked.Whole(self)) : null;

    /// <summary>An address elsewhere, for the same state of knowledge.</summary>
    public string Elsewhere(string path) => Address.Of(path, ("known-at", Position));

    private static Day? LastOf(string? edtf) => edtf is null ? null : QueryDate.Parse(edtf).Last;

    private static string English(string edtf) => DaysInWords.OfEdtf(edtf);
}
