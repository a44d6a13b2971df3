using ArtsakhLedger.Episodes;
using ArtsakhLedger.Phases;
using Edtf;

namespace ArtsakhLedger.StateAsOf;

/// <summary>What an episode is, in a sentence without a date, with all that its facts say of the whole of it. A detail that changed within it, such as a
/// capacity, holds for a part only and is not said of the whole.</summary>
public static class EpisodeInWords
{
    public static string Of(PolityAsKnown known, Episode episode)
    {
        var changed = EpisodePhases.ChangingWithin(episode).Select(phase => phase.Detail).ToHashSet();
        var details = EntryDetails
            .Of(episode, Day.MaxValue, known.Entities)
            .Where(detail => !changed.Contains(detail.Key))
            .ToDictionary();
        return episode.Kind.StatementOf(EntryDetails.WordsOf(known.Entities.InText(known.Polity.Id), episode.Party, details, known.Entities));
    }
}
