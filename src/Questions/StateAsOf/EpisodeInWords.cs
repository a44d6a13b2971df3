using ArtsakhLedger.Episodes;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Phases;
using Edtf;

namespace ArtsakhLedger.StateAsOf;

/// <summary>Says what an episode is, in a sentence without a date, from all its facts. A detail that changed during it, such as a capacity, is
/// left out, because it holds only for a part.</summary>
public static class EpisodeInWords
{
    public static string Of(PolityAsKnown known, Episode episode) =>
        episode.Kind.StatementOf(WordsOf(known, episode, DetailsThroughout(known, episode)));

    /// <summary>Says what a thing is, of all its periods: without the details in which these differ.</summary>
    public static string Of(PolityAsKnown known, IReadOnlyList<Episode> periods)
    {
        var details = periods.Select(period => EntryDetails.InWords(DetailsThroughout(known, period), known.Entities)).ToList();
        var common = DetailsThroughout(known, periods[0])
            .Where(detail => details.TrueForAll(one => one.GetValueOrDefault(detail.Key) == details[0][detail.Key]))
            .ToDictionary();
        return periods[0].Kind.StatementOf(WordsOf(known, periods[0], common) with { Period = 1 });
    }

    private static Dictionary<string, object> DetailsThroughout(PolityAsKnown known, Episode episode)
    {
        var changed = EpisodePhases.ChangingWithin(episode).Select(phase => phase.Detail).ToHashSet();
        return EntryDetails.Of(episode, Day.MaxValue, known.Entities).Where(detail => !changed.Contains(detail.Key)).ToDictionary();
    }

    private static EpisodeWords WordsOf(PolityAsKnown known, Episode episode, IReadOnlyDictionary<string, object> details) =>
        EntryDetails.WordsOf(known.Entities.InText(known.Polity.Id), episode, details, known.Entities);
}
