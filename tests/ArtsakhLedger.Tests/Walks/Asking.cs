using System.Text.Json;
using ArtsakhLedger.Tests.Running;

namespace ArtsakhLedger.Tests.Walks;

/// <summary>Asks the service as a user would.</summary>
internal static class Asking
{
    /// <summary>How surely something held on a date: a certainty, or <c>no</c> where the answer has no such entry.</summary>
    /// <param name="ledger">The service.</param>
    /// <param name="on">The date.</param>
    /// <param name="episode">What is asked for: <c>{kind}/{party}</c>.</param>
    /// <param name="knownAt">What was known; null for the head.</param>
    public static async Task<string> HeldAsync(this IAskedLedger ledger, string on, string episode, string? knownAt = null)
    {
        var entry = (await ledger.EntriesAsync(on, episode.Split('/')[0], knownAt)).FirstOrDefault(entry =>
            entry.GetProperty("episode").GetString() == $"artsakh/{episode}"
        );
        return entry.ValueKind == JsonValueKind.Undefined ? "no" : entry.GetProperty("certainty").GetString()!;
    }

    /// <summary>The entries of a kind on a date.</summary>
    public static async Task<IReadOnlyList<JsonElement>> EntriesAsync(
        this IAskedLedger ledger,
        string on,
        string kind,
        string? knownAt = null
    ) =>
        [
            .. (await ledger.QueryAsync($"/polities/artsakh/state?on={on}&kind={kind}" + (knownAt is null ? "" : $"&known-at={knownAt}")))
                .GetProperty("entries")
                .EnumerateArray(),
        ];

    /// <summary>A field of a fact as JSON; a path through objects and lists is written with dots.</summary>
    public static async Task<string> FieldAsync(this IAskedLedger ledger, string fact, string path, string? knownAt = null)
    {
        var at = await ledger.QueryAsync($"/facts/{fact}" + (knownAt is null ? "" : $"?known-at={knownAt}"));
        foreach (var step in path.Split('.'))
        {
            at = int.TryParse(step, out var index) ? at[index] : at.GetProperty(step);
        }

        return at.ToString();
    }

    public static async Task<JsonElement> QueryAsync(this IAskedLedger ledger, string address) =>
        JsonDocument.Parse(await ledger.GetAsync(address)).RootElement;
}
