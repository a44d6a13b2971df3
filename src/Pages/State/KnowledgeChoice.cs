using ArtsakhLedger.Ledger;

namespace ArtsakhLedger.Pages.State;

/// <summary>A state of knowledge to choose from.</summary>
/// <param name="Words">What it is called.</param>
/// <param name="KnownAt">Its <c>known-at</c>; null for the newest.</param>
/// <param name="IsChosen">Whether the page shows it.</param>
public sealed record KnowledgeChoice(string Words, string? KnownAt, bool IsChosen)
{
    /// <summary>The states after each batch, and the newest.</summary>
    /// <param name="batches">The batches of a polity, in the order of record.</param>
    /// <param name="asked">The <c>known-at</c> of the request; null for the newest.</param>
    public static IReadOnlyList<KnowledgeChoice> Among(IReadOnlyList<RecordedBatch> batches, string? asked)
    {
        var choices = new List<KnowledgeChoice>();
        foreach (var batch in batches)
        {
            var name = batch.Name[(batch.Name.IndexOf('/', StringComparison.Ordinal) + 1)..];
            var words = string.Join(' ', name.Split('-').SkipWhile(word => word.All(char.IsAsciiDigit)));
            choices.Add(
                new(choices.Count == 0 ? $"as the {words} alone says" : $"with {words}", name, asked == name || asked == batch.Name)
            );
        }

        return [.. choices, new("as known now", null, asked is null)];
    }
}
