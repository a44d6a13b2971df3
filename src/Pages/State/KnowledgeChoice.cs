using ArtsakhLedger.Ledger;

namespace ArtsakhLedger.Pages.State;

/// <summary>A state of knowledge to choose.</summary>
/// <param name="Words">What it is called.</param>
/// <param name="KnownAt">What to ask for; null for the newest.</param>
/// <param name="IsChosen">Whether it is what the page shows.</param>
public sealed record KnowledgeChoice(string Words, string? KnownAt, bool IsChosen)
{
    /// <summary>After each batch, and now.</summary>
    /// <param name="batches">The batches of a polity, in the order of record.</param>
    /// <param name="asked">What was asked for; null for the newest.</param>
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
