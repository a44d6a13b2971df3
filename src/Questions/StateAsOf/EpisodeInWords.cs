using ArtsakhLedger.Episodes;
using ArtsakhLedger.Phases;
using Edtf;

namespace ArtsakhLedger.StateAsOf;

/// <summary>Says what an episode is, in a sentence without a date, from all its facts. A detail that changed during it, such as a capacity, is
/// left out, because it holds only for a part.</summary>
public static class EpisodeInWords
{
    public static string Of(PolityAsKnown known, Episode episode)
    {
        var changed = EpisodePhases.ChangingWithin(episode).Select(phase => phase.Detail).ToHashSet();
        var details = EntryDetails.Of(episode, Day.MaxValue, known.Entities).Where(detail => !changed.Contains(detail.Key)).ToDictionary();
        return episode.Kind.StatementOf(
            EntryDetails.WordsOf(known.Entities.InText(known.Polity.Id), episode.Party, details, known.Entities)
        );
    }
}
