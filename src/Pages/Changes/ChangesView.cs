using System.Globalization;
using ArtsakhLedger.Asking;
using ArtsakhLedger.Changes;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Pages.Citations;
using ArtsakhLedger.Pages.State;
using Day = Edtf.Day;

namespace ArtsakhLedger.Pages.Changes;

/// <summary>What changed between two dates, or between two states of knowledge of one date.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="From">The first date as it was typed.</param>
/// <param name="To">The second date as it was typed.</param>
/// <param name="On">The date of which two states of knowledge are compared, as it was typed.</param>
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
) : LinkingView(Position)
{
    /// <summary>Whether two states of knowledge are compared, rather than two dates.</summary>
    public bool OfKnowledge => Answer.On is not null;

    /// <summary>The title of the page.</summary>
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

    /// <summary>The same changes, with the days on which sources cease to vouch for something.</summary>
    public string WithAttestation =>
        Address.Of($"/polities/{Answer.Polity.Id}/changes", ("from", From), ("to", To), ("known-at", KnownAt), ("attestation", "true"));

    /// <summary>Says that the last day of a longer date counts; null where days or states of knowledge are compared.</summary>
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

    /// <summary>Suggestions for the states of knowledge.</summary>
    public IReadOnlyList<KnowledgeChoice> Choices => KnowledgeChoice.Among(Batches, null);

    /// <summary>How the page is cited; null after the first page of a list.</summary>
    public PageCitation? Citation(string origin) => Answer.Self is { } self ? PageCitation.Of(Title, Answer.KnownAt, origin + self) : null;

    private static Day? LastOf(string? edtf) => edtf is null ? null : QueryDate.Parse(edtf).Last;

    private static string English(string edtf) => DaysInWords.OfEdtf(edtf);
}
